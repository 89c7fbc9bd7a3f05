import type { KeyKind, TableLevel } from './keys/key-kind.ts';

/** The columns that say where a row is, by their rank in the file. */
export interface KeyColumns {
  /** The code or the name; the latitude of a point. */
  main: number;
  /** The département of a name, or the longitude of a point. */
  second: number | null;
}

/** What a figure is. */
export const VALUE_KINDS = ['count', 'rate', 'score', 'euros', 'category'] as const;

export type ValueKind = (typeof VALUE_KINDS)[number];

/** What rolls a rate up: the population, another column of the table (by its slug), or nothing. */
export type Denominator = { by: 'population' } | { by: 'column'; slug: string } | { by: 'none' };

/** How one column of figures is read. */
export interface FigureColumn {
  /** Rank of the column in the file. */
  column: number;
  heading: string;
  /** What it is called in addresses, within its table. */
  slug: string;
  label: string;
  kind: ValueKind;
  unit: string;
  decimals: number;
  /** Which end speaks of a fragile territory. */
  worse: 'high' | 'low' | null;
  denominator: Denominator;
  /** What values are multiplied by: 100 where a rate is written 0.12. */
  scale: 1 | 100;
  /** Texts of a category, in the order of its classes, from 1. */
  classes: readonly string[];
}

/** How a table is read: what its rows are recognised by, and its figures. */
export interface TableReading {
  key: KeyKind;
  columns: KeyColumns;
  /** Headings of these columns: a new file has them elsewhere. */
  mainHeading: string;
  secondHeading: string | null;
  /** The level of the figures kept; rows of another level are set aside. */
  level: TableLevel;
  /** Slug of the territory in which names are looked for; `null` for the country. */
  within: string | null;
  /** Several rows of one code: refused, or summed. */
  duplicates: 'refuse' | 'sum';
  figures: readonly FigureColumn[];
}
