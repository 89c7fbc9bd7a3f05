import type { Classification } from '../domain/classify/classification.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import { formatBareValue } from './figure.ts';
import { formatNumber, NO_BREAK_SPACE } from './number.ts';

type Cut = Pick<Classification, 'breaks' | 'own' | 'range'>;

/**
 * The words of each class in a legend that names the unit: « moins de 20 300 », « 20 300 à 21 600 »
 * (the upper limit belongs to the next class), « 24 100 et plus », or the classes of the catalogue.
 */
export function classLabels(cut: Cut, format: (value: number) => string): string[] {
  const { breaks, own, range } = cut;
  if (own) return own.map(format);
  if (!range) return [];
  if (breaks.length === 0)
    return [range[0] === range[1] ? format(range[0]) : `${format(range[0])} à ${format(range[1])}`];
  return Array.from({ length: breaks.length + 1 }, (_, i) => {
    const from = breaks[i - 1];
    const to = breaks[i];
    if (from === undefined) return `moins de ${format(to as number)}`;
    return to === undefined ? `${format(from)} et plus` : `${format(from)} à ${format(to)}`;
  });
}

/** Class words for an indicator, without its unit. */
export const indicatorClassLabels = (subject: Indicator, cut: Cut): string[] =>
  classLabels(cut, (value) => formatBareValue(subject, value));

/** Class words for distances: a legend says « km » once. */
export const distanceClassLabels = (cut: Cut): string[] => classLabels(cut, (value) => formatNumber(value));

/** A label with its unit, for a card that stands alone: « 20 300 à 21 600 € par an ». */
export const withUnit = (label: string, unit: string): string =>
  unit === '' ? label : `${label}${NO_BREAK_SPACE}${unit}`;
