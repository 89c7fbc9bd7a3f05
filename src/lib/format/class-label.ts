import type { Classification } from '../domain/classify/classification.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import { formatBareValue } from './figure.ts';
import { formatNumber, NO_BREAK_SPACE } from './number.ts';

type Cut = Pick<Classification, 'breaks' | 'own' | 'range'>;

type Format = (value: number) => string;

/** How the limits of a class are said; an upper limit belongs to the next class. */
interface LimitWords {
  below(to: number, format: Format): string;
  between(from: number, to: number, format: Format): string;
  from(from: number, format: Format): string;
}

const NUMBER_LIMITS: LimitWords = {
  below: (to, format) => `moins de ${format(to)}`,
  between: (from, to, format) => `${format(from)} à ${format(to)}`,
  from: (from, format) => `${format(from)} et plus`,
};

const DAY_LIMITS: LimitWords = {
  below: (to, format) => `avant le ${format(to)}`,
  between: (from, to, format) => `du ${format(from)} au ${format(Math.ceil(to) - 1)}`,
  from: (from, format) => `à partir du ${format(from)}`,
};

/** The words of an indicator's limits where « 20 300 à moins de 24 100 » is said in full. */
const FULL_NUMBER_LIMITS: LimitWords = {
  ...NUMBER_LIMITS,
  between: (from, to, format) => `${format(from)} à moins de ${format(to)}`,
};

/** How the limits of an indicator are said in full: numbers « à moins de », days « du … au … ». */
export const fullLimits = ({ kind }: Pick<Indicator, 'kind'>): LimitWords =>
  kind === 'date' ? DAY_LIMITS : FULL_NUMBER_LIMITS;

/**
 * The words of each class in a legend that names the unit: « moins de 20 300 », « 20 300 à 21 600 »
 * (the upper limit belongs to the next class), « 24 100 et plus », or the classes of the catalogue. Other
 * limits than numbers have their own words.
 */
export function classLabels(cut: Cut, format: Format, words: LimitWords = NUMBER_LIMITS): string[] {
  const { breaks, own, range } = cut;
  if (own) return own.map(format);
  if (!range) return [];
  if (breaks.length === 0)
    return [range[0] === range[1] ? format(range[0]) : `${format(range[0])} à ${format(range[1])}`];
  return Array.from({ length: breaks.length + 1 }, (_, i) => {
    const from = breaks[i - 1];
    const to = breaks[i];
    if (from === undefined) return words.below(to as number, format);
    return to === undefined ? words.from(from, format) : words.between(from, to, format);
  });
}

/** Class words for an indicator, without its unit. */
export const indicatorClassLabels = (subject: Indicator, cut: Cut): string[] =>
  classLabels(
    cut,
    (value) => formatBareValue(subject, value),
    subject.kind === 'date' ? DAY_LIMITS : NUMBER_LIMITS,
  );

/** Class words for distances: a legend says « km » once. */
export const distanceClassLabels = (cut: Cut): string[] => classLabels(cut, (value) => formatNumber(value));

/** A label with its unit, for a card that stands alone: « 20 300 à 21 600 € par an ». */
export const withUnit = (label: string, unit: string): string =>
  unit === '' ? label : `${label}${NO_BREAK_SPACE}${unit}`;
