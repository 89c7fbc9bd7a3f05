import type { RoundsAsked, RoundsBase } from '../../domain/siting/rounds/asked.ts';
import type { ToldMinutes } from '../../domain/siting/rounds/legs.ts';
import {
  readMarketDays,
  type FoundCommune,
  type MarketProblem,
} from '../../domain/siting/rounds/market-days.ts';
import type { RoundsFrame } from '../../domain/siting/rounds/rounds-file.ts';
import { landOf } from '../../domain/access/landmass.ts';
import { SITE_KINDS } from '../../domain/siting/frame/siting-frame.ts';
import { namedCommune } from '../../domain/territory/named-commune.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { homesOf } from '../queries/access/supply.ts';
import { sitingFrame, type FrameRequest } from './frame.ts';

/** What a question about rounds says of people, places and stops. */
export type RoundsRequest = Omit<FrameRequest, 'goal' | 'forced' | 'unit' | 'fragility'>;

/** The frame of rounds in a territory. `today` is an ISO day. */
export function roundsFrame(
  data: Snapshot,
  request: RoundsRequest,
  bases: readonly RoundsBase[],
  territory: Territory,
  today: string,
): RoundsFrame {
  const frame = sitingFrame(
    data,
    { ...request, goal: 'cover', forced: [], unit: 'km', fragility: 'pauvrete' },
    territory,
    today,
  );
  const stops = [...frame.sites.references].filter(
    (_, site) => SITE_KINDS[frame.sites.kinds[site] as number] === 'commune',
  );
  return { frame, told: toldMinutes(data, [...stops, ...bases.map(({ commune }) => commune)]) };
}

/**
 * Minutes that the travel times brought in tell between communes: to a place of the commune where one arrives.
 * Those of areas drawn in steps are left out, for nothing is known between two steps.
 */
function toldMinutes(data: Snapshot, communes: readonly number[]): ToldMinutes {
  const { travel } = data;
  const told: { from: number[]; to: number[]; minutes: number[] } = { from: [], to: [], minutes: [] };
  if (!travel || travel.steps !== null) return told;
  const homes = homesOf(data, Uint32Array.from(data.places.keys()));
  const looked = new Set(communes);
  for (const from of looked) {
    const least = new Map<number, number>();
    for (let k = travel.reach.starts[from] as number; k < (travel.reach.starts[from + 1] as number); k++) {
      const to = homes[travel.reach.supplies[k] as number] as number;
      const minutes = travel.reach.costs[k] as number;
      if (to !== from && looked.has(to) && Number.isFinite(minutes))
        least.set(to, Math.min(minutes, least.get(to) ?? Infinity));
    }
    for (const [to, minutes] of least) {
      told.from.push(from);
      told.to.push(to);
      told.minutes.push(minutes);
    }
  }
  return told;
}

/** A base as it was written, that is none. */
export interface BaseProblem {
  text: string;
  reason: 'unknown' | 'several' | 'nowhere';
}

/** Bases of teams, by what they were called. */
export interface FoundBases {
  bases: { base: RoundsBase; commune: Territory }[];
  problems: BaseProblem[];
  /** Whether none was given, or none is known: the commune with the most inhabitants stands for them. */
  supposed: boolean;
}

/** Communes where teams start; without any that is known, the most inhabited of the territory. */
export function basesOf(data: Snapshot, names: readonly string[], territory: Territory): FoundBases {
  const problems: BaseProblem[] = [];
  const found = names.flatMap((text): FoundBases['bases'] => {
    const named = namedCommune(data.territories, text, territory);
    if ('reason' in named) {
      problems.push({ text, reason: named.reason });
      return [];
    }
    const base = baseAt(named.commune);
    if (base) return [{ base, commune: named.commune }];
    problems.push({ text, reason: 'nowhere' });
    return [];
  });
  if (found.length > 0) return { bases: found, problems, supposed: false };
  const [largest] = [...data.territories.communes(territory)]
    .filter(({ lat }) => lat !== null)
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || a.ordinal - b.ordinal);
  const base = largest && baseAt(largest);
  return { bases: largest && base ? [{ base, commune: largest }] : [], problems, supposed: true };
}

const baseAt = ({ lon, lat, code, ordinal }: Territory): RoundsBase | null =>
  lon === null || lat === null ? null : { lon, lat, land: landOf(code), commune: ordinal };

/** Market days of a text, and what its lines do not say. */
export function marketsOf(
  data: Snapshot,
  text: string,
  territory: Territory,
): { markets: RoundsAsked['markets']; problems: MarketProblem[] } {
  const inside = new Set(data.territories.communes(territory).map(({ ordinal }) => ordinal));
  return readMarketDays(text, (named): FoundCommune => {
    const found = namedCommune(data.territories, named, territory);
    if ('reason' in found) return found;
    return inside.has(found.commune.ordinal) ? { commune: found.commune.ordinal } : { reason: 'outside' };
  });
}
