import type { KeyKind, TableLevel } from '../keys/key-kind.ts';

/** Why a row was joined to no territory. */
export const UNMATCHED_REASONS = [
  'blank',
  'total',
  'other-level',
  'unknown',
  'postcode',
  'not-there',
  'several',
  'duplicate',
  'repeated',
  'bad-position',
  'outside',
  'not-loaded',
] as const;

export type UnmatchedReason = (typeof UNMATCHED_REASONS)[number];

/** A row that was joined to no territory, as the person sees it in the file. */
export interface UnmatchedRow {
  line: number;
  /** What the key says. */
  text: string;
  reason: UnmatchedReason;
  /** Names of the territories at stake, or the other lines of a code; never a sentence. */
  detail: string | null;
}

/** A cell of a column of figures that is no figure, and is not a known way of having none. */
export interface UnreadCell {
  line: number;
  heading: string;
  text: string;
  reason: 'text' | 'formula' | 'error' | 'class';
}

/** What a column of figures holds. */
export interface ColumnReport {
  slug: string;
  heading: string;
  /** Rows with a figure, withheld, without. */
  known: number;
  secret: number;
  absent: number;
  /** Cells that could not be read; kept as absent. */
  unread: number;
  /**
   * Rows of one territory whose rates differ: the widest distance to the mean and the mean one, in the
   * unit of the column; `null` where no territory gathers several rows.
   */
  spread: { widest: number; mean: number } | null;
}

/** The edition of the code officiel géographique that the codes of a table speak of. */
export interface CodeEdition {
  /** Between two years, both included; `null` where nothing tells. */
  from: number | null;
  to: number | null;
  /** Old codes that follow a merger, and how many more were found. */
  merged: readonly { code: string; name: string | null; current: string; currentName: string }[];
  mergedCount: number;
  /** Communes split since, still counted together. */
  split: readonly { code: string; name: string }[];
}

/** How rows finer than a commune, or across several, made its figures. */
export interface GatheringReport {
  /** Territories that gather several rows. */
  gathered: number;
  /** Rows shared out between several communes by their population. */
  shared: number;
}

/** What joining a table to territories gave; kept with it, and shown. */
export interface JoinReport {
  key: KeyKind;
  level: TableLevel;
  rowsRead: number;
  rowsJoined: number;
  /** Territories of the level with a row, of how many. */
  territories: number;
  territoriesInAll: number;
  /** People who live in them, of all in the country; `null` where unknown. */
  people: number | null;
  peopleInAll: number | null;
  unmatched: Partial<Record<UnmatchedReason, number>>;
  /** The first rows that were joined to nothing. */
  examples: readonly UnmatchedRow[];
  /** Codes whose lost zero was put back. */
  zeros: number;
  /** Rows summed with another of the same code. */
  summed: number;
  edition: CodeEdition;
  gathering: GatheringReport | null;
  columns: readonly ColumnReport[];
  unread: readonly UnreadCell[];
}
