import type { Classification } from '../domain/classify/classification.ts';
import type { ClassMethod } from '../domain/classify/method.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import { alongPath } from './colour.ts';
import { diverging, sequential } from './ramps.ts';

/**
 * Types without an order, told apart by hue and by lightness, for colour-blind readers too (Paul
 * Tol's muted scheme, lighter and darker by turns), with a pale grey last for « hors champ ».
 */
const TYPES = [
  '#88ccee',
  '#332288',
  '#ddcc77',
  '#117733',
  '#cc6677',
  '#882255',
  '#44aa99',
  '#aa4499',
  '#dddddd',
];

/** Categories whose classes have no order. */
const UNORDERED: ReadonlySet<string> = new Set(['ruralite']);

type Cut = Pick<Classification, 'breaks' | 'own'> & { reference?: number | null };

/**
 * The colour of each class, in class order. Worse is darker. An evolution, and a cut by standard
 * deviations, diverge on both sides of their reference: no change, or the mean.
 */
export function classColours(
  subject: Pick<Indicator, 'id' | 'kind' | 'worse'>,
  cut: Cut,
  method: ClassMethod = 'quantile',
): string[] {
  const count = cut.own ? cut.own.length : cut.breaks.length + 1;
  if (cut.own && UNORDERED.has(subject.id)) return TYPES.slice(0, count);
  const reversed = subject.worse === 'low' || (subject.kind === 'evolution' && subject.worse === null);
  if (!cut.own && subject.kind === 'evolution')
    return divergingAround(cut.breaks.indexOf(0) + 1, count, reversed);
  if (!cut.own && method === 'deviation') return divergingAround(count / 2, count, reversed);
  const colours = rampOf(count);
  return reversed ? colours.reverse() : colours;
}

/** Fewer than three classes take the ends of the ramp. */
function rampOf(count: number): string[] {
  const ramp = sequential(Math.max(3, Math.min(9, count)));
  if (count === 1) return [ramp[1] as string];
  return count === 2 ? [ramp[0] as string, ramp[2] as string] : ramp;
}

/**
 * `count` classes with the neutral middle of the ramp after the first `below` of them (a half: in
 * the middle of a class). Both sides darken by the same steps, so that depth compares.
 */
function divergingAround(below: number, count: number, reversed: boolean): string[] {
  const path = reversed ? diverging(9).reverse() : diverging(9);
  const furthest = Math.max(below, count - below, 1);
  return Array.from({ length: count }, (_, i) => alongPath(path, 0.5 + (i + 0.5 - below) / (2 * furthest)));
}
