import type { Territory } from '../../territory/territory.ts';
import type { UnmatchedReason } from '../join/report.ts';

/** A territory that a row speaks of, and the part of the row that is its own. */
export interface Target {
  territory: Territory;
  /** 1, but where a row is shared out between several communes. */
  share: number;
}

/** What a row's key designates. */
export type Match =
  | {
      targets: readonly Target[];
      /** The code of the unit that the row speaks of, in its own edition: twice the same is a duplicate. */
      unit: string;
      /** What had to be done to find it. */
      by: 'code' | 'zero' | 'former' | 'name' | 'shared' | 'gathered';
    }
  | { reason: UnmatchedReason; detail: string | null };

export const isUnmatched = (match: Match): match is Extract<Match, { reason: unknown }> => 'reason' in match;

/** A zone finer than a commune: where it is, and who lives there, if known. */
export interface ZonePart {
  communes: readonly string[];
  population: number | null;
}

/** What keys are looked up in beside the territories. */
export interface KeySources {
  /** Zones by their code; `null` where none are loaded. */
  zones: ReadonlyMap<string, ZonePart> | null;
  /** Codes of communes by point (`pointKey`), `null` for one outside; `null` where outlines are not loaded. */
  located: ReadonlyMap<string, string | null> | null;
}

/** A point as it is looked up, to about a metre. */
export const pointKey = (lat: number, lon: number): string => `${lat.toFixed(5)}/${lon.toFixed(5)}`;
