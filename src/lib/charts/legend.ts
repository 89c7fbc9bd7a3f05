import type { Classification, Unclassed } from '../domain/classify/classification.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import { fullLimits } from '../format/class-label.ts';
import { STATE_LABELS, formatBareValue } from '../format/figure.ts';
import type { Fill } from './fills.ts';

export interface LegendEntry {
  fill: Fill;
  label: string;
  /** Territories so painted, among those of the map. */
  count: number;
}

const UNCLASSED_ORDER: readonly Unclassed[] = ['secret', 'incomplete', 'absent'];

/** The limits of a class in words: « moins de 20 340 », « 20 340 à moins de 21 500 », « 23 900 et plus ». */
export function classLabel(indicator: Indicator, { breaks, own }: Classification, at: number): string {
  const value = own?.[at];
  if (value !== undefined) return formatBareValue(indicator, value);
  // Round limits are written without the decimals that figures need.
  const round = breaks.every(Number.isInteger);
  const write = (limit: number): string =>
    formatBareValue(round ? { ...indicator, decimals: 0 } : indicator, limit);
  const [low, high] = [breaks[at - 1], breaks[at]];
  if (low === undefined && high === undefined) return 'toutes les valeurs';
  const words = fullLimits(indicator);
  if (low === undefined) return words.below(high as number, write);
  return high === undefined ? words.from(low, write) : words.between(low, high, write);
}

/** Every class, then the states that the map shows, with how many of the map's territories they hold. */
export function legendEntries(
  indicator: Indicator,
  classification: Classification,
  fills: Iterable<Fill>,
): LegendEntry[] {
  const counts = new Map<Fill, number>();
  for (const fill of fills) counts.set(fill, (counts.get(fill) ?? 0) + 1);
  const classes = classification.counts.map((_, at) => ({
    fill: at,
    label: classLabel(indicator, classification, at),
    count: counts.get(at) ?? 0,
  }));
  const states = UNCLASSED_ORDER.filter((state) => counts.has(state)).map((state) => ({
    fill: state,
    label: STATE_LABELS[state],
    count: counts.get(state) ?? 0,
  }));
  return [...classes, ...states];
}
