import type { Column } from '../indicators/column.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { STATE_CODES } from '../indicators/value.ts';
import { classOf, findBreaks } from './breaks.ts';
import { histogramOf, type Histogram } from './histogram.ts';
import type { ClassMethod } from './method.ts';

/** Codes of a classification for territories without a class; classes are 0 to 15. Do not renumber. */
export const UNCLASSED = { secret: 0xf1, absent: 0xf2, incomplete: 0xf4 } as const;

export type Unclassed = keyof typeof UNCLASSED;

/** Added to the class of a territory whose figure is estimated. */
export const ESTIMATED_BIT = 0x40;

/** A whole level cut into classes: what a map draws and a legend says, without the figures. */
export interface Classification {
  /** Of each territory in the order of the column: its class, or one of `UNCLASSED`. */
  codes: Uint8Array;
  /** Inner limits: class i holds values from limit i−1 (included) to limit i (excluded). Empty for own classes. */
  breaks: number[];
  /** Value of each class for an indicator with its own classes (category, band); `null` otherwise. */
  own: readonly number[] | null;
  /** Least and greatest known figures; `null` when there are none. */
  range: readonly [number, number] | null;
  /** Territories in each class, estimated ones included. */
  counts: number[];
  estimated: number;
  unclassed: Record<Unclassed, number>;
  /** `null` for own classes, or when the figures may not be shown in detail. */
  histogram: Histogram | null;
}

export interface ClassificationOptions {
  method: ClassMethod;
  classes: number;
  manual?: readonly number[];
}

/** Cuts a column into classes; categories and bands take those of the catalogue. */
export function classify(
  column: Column,
  subject: Pick<Indicator, 'kind' | 'decimals' | 'classes'>,
  options: ClassificationOptions,
): Classification {
  const sorted = knownValues(column);
  const own = subject.classes?.map(({ value }) => value) ?? null;
  const breaks = own
    ? []
    : findBreaks(sorted, {
        ...options,
        decimals: subject.decimals,
        ...(subject.kind === 'evolution' && { reference: 0 }),
      });
  const counts = new Array<number>(own ? own.length : breaks.length + 1).fill(0);
  const unclassed: Record<Unclassed, number> = { secret: 0, absent: 0, incomplete: 0 };
  const codes = new Uint8Array(column.values.length);
  let estimated = 0;
  for (let i = 0; i < codes.length; i++) {
    const state = column.states[i] as number;
    const value = column.values[i] as number;
    const known = state === STATE_CODES.value || state === STATE_CODES.estimated;
    const at = !known || Number.isNaN(value) ? -1 : own ? own.indexOf(value) : classOf(value, breaks);
    if (at < 0) {
      const why = unclassedOf(state);
      unclassed[why]++;
      codes[i] = UNCLASSED[why];
      continue;
    }
    counts[at] = (counts[at] as number) + 1;
    codes[i] = at;
    if (state === STATE_CODES.estimated) {
      estimated++;
      codes[i] = at | ESTIMATED_BIT;
    }
  }
  const range =
    sorted.length > 0 ? ([sorted[0] as number, sorted[sorted.length - 1] as number] as const) : null;
  return {
    codes,
    breaks,
    own,
    range,
    counts,
    estimated,
    unclassed,
    histogram: own ? null : histogramOf(sorted, subject.decimals),
  };
}

/** The class of a code; `null` for a territory without one. */
export const classOfCode = (code: number): number | null => (code < 0x80 ? code & 0x0f : null);

export const isEstimatedCode = (code: number): boolean => code < 0x80 && (code & ESTIMATED_BIT) !== 0;

/** Why a territory has no class; `null` when it has one. */
export function unclassedOfCode(code: number): Unclassed | null {
  if (code < 0x80) return null;
  return (Object.keys(UNCLASSED) as Unclassed[]).find((why) => UNCLASSED[why] === code) ?? 'absent';
}

function unclassedOf(state: number): Unclassed {
  if (state === STATE_CODES.secret) return 'secret';
  return state === STATE_CODES.incomplete ? 'incomplete' : 'absent';
}

function knownValues(column: Column): Float64Array {
  const known = column.values.filter((value, i) => {
    const state = column.states[i];
    return !Number.isNaN(value) && (state === STATE_CODES.value || state === STATE_CODES.estimated);
  });
  return known.sort();
}
