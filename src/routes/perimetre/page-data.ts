import type { Settings } from './settings.ts';
import type { UnreadReason } from '#lib/domain/territory/pasted-codes.ts';

/** West, south, east, north, degrees. */
export type Bounds = readonly [number, number, number, number];

/** One token of the perimeter, in words. */
export interface Holding {
  /** Its slug, without the mark of an exclusion. */
  slug: string;
  excluded: boolean;
  name: string;
  /** « Département · 512 communes ». */
  detail: string;
}

/** One end, or the middle, of the figures of the communes. */
export interface SpreadRow {
  label: string;
  value: string;
  name: string;
  slug: string;
  /** « et 3 autres », empty when nobody shares the figure. */
  ties: string;
}

/** One figure, every word ready. */
export interface PerimeterCard {
  id: string;
  label: string;
  value: string | null;
  unit: string;
  year: string;
  source: { label: string; href: string };
  state: string;
  notes: string[];
  comparison: {
    value: number | null;
    marks: { label: string; value: number; text: string }[];
    min?: number;
    max?: number;
  } | null;
  spread: SpreadRow[];
  position: string;
}

export interface PerimeterTheme {
  theme: string;
  title: string;
  cards: PerimeterCard[];
  classes: { caption: string; rows: ClassRow[] }[];
  /** What no commune of the perimeter has. */
  absent: string[];
}

export interface ClassRow {
  label: string;
  communes: number;
  people: number;
  unknown?: boolean;
}

/** A commune of the perimeter, with the chosen figure. */
export interface CommuneRow {
  name: string;
  slug: string;
  population: number | null;
  /** `null` where it is not known: `text` says why. */
  value: number | null;
  text: string;
  rank: number | null;
}

export interface CommuneTable {
  indicator: string;
  label: string;
  detail: string;
  /** Which end is first. */
  from: 'highest' | 'lowest';
  rows: CommuneRow[];
  notes: string[];
}

export interface PerimeterResult {
  summary: string;
  /** Whether some of its communes have estimated figures, shown or not. */
  estimated: boolean;
  notes: string[];
  same: { name: string; slug: string } | null;
  compared: string;
  themes: PerimeterTheme[];
  restricted: string;
  table: CommuneTable;
}

/** Everything the page says of a perimeter. */
export interface PerimeterPage {
  /** As an address writes it, the fewest tokens. */
  tokens: string[];
  name: string;
  settings: Settings;
  notices: string[];
  holdings: Holding[];
  communes: number;
  /** « 49 communes, 450 000 habitants ». */
  sentence: string;
  /** Runs of places in the column of communes: first, length. */
  runs: (readonly [number, number])[];
  bounds: Bounds | null;
  /** `null` for an empty perimeter. */
  result: PerimeterResult | null;
}

/** What a pasted text gave. */
export interface PasteReport {
  /** As it was pasted, where nothing could be read; else what is left to correct. */
  text: string;
  /** What happened, in a sentence. */
  sentence: string;
  /** Codes replaced, one by one. */
  notices: string[];
  /** Territories understood. */
  read: number;
  unread: {
    text: string;
    line: number;
    why: UnreadReason;
    candidates: { slug: string; name: string }[];
    more: number;
  }[];
  /** How many more were not read, beyond those listed. */
  more: number;
  /** The address with what was understood; `null` when nothing was. */
  address: string | null;
}
