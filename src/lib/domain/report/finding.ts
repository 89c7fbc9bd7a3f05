import type { FigureSource } from '../indicators/source.ts';
import type { Portrait } from './portrait.ts';

/** A plain sentence that stands alone in a report, with the sources of every number in it. */
export interface Finding {
  id: string;
  text: string;
  sources: readonly FigureSource[];
}

/** How numbers are written: given by the caller, so that sentences stay pure. */
export interface Numerals {
  /** A value of an indicator of the catalogue, with its unit. */
  value(indicator: string, value: number): string;
  /** A share, from 0 to 100. */
  percent(value: number, decimals?: number): string;
  number(value: number, decimals?: number): string;
  distance(metres: number): string;
  /** A day written 2028-01-31. */
  day(iso: string): string;
  /** A count with its noun, agreed. */
  count(count: number, singular: string, plural?: string): string;
}

/** A rule of the report: a sentence where there is something to say, on a day where it matters. */
export type Rule = (portrait: Portrait, numerals: Numerals, today: string) => Finding | null;
