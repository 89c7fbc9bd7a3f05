/** How many times more or less people a similar territory may have; `null` sets no limit. */
export const FACTORS = [1.5, 2, 3, null] as const;

export type Factor = (typeof FACTORS)[number];

export const DEFAULT_FACTOR: Factor = 2;

/** What two territories are likened on, before any choice. */
export const DEFAULT_TRAITS: readonly string[] = [
  'niveau-de-vie-median',
  'part-65-ans-et-plus',
  'part-diplomes-superieur',
  'chomage',
  'fibre-2026',
];

/** People per square kilometre, the trait that stands for the density class above the commune. */
export const PEOPLE_DENSITY = 'habitants-au-km2';

/** One thing compared, for a whole level: standard scores in the order of the territories, NaN unknown. */
export interface Trait {
  id: string;
  scores: Float64Array;
}

/** The territories of a level, among which similar ones are looked for. */
export interface Field {
  /** NaN where it is not known. */
  populations: Float64Array;
  /** Class of each territory, all of one class being comparable; `null` where classes do not matter. NaN unknown. */
  classes: Float64Array | null;
  traits: readonly Trait[];
}

export interface Likeness {
  ordinal: number;
  /** Root mean square of the gaps. */
  distance: number;
  /** Its score less the subject's, for each trait of `used`. */
  gaps: number[];
}

export interface SimilarResult {
  /** Traits compared: those known of the subject. */
  used: string[];
  /** Traits asked for and unknown of the subject: left out, to be said. */
  unknown: string[];
  /** Whether the limit on population was left out, the subject's being unknown or nobody. */
  withoutPopulation: boolean;
  /** Whether the class was left out, the subject's being unknown. */
  withoutClass: boolean;
  /** Territories of the right size and class, the subject apart. */
  candidates: number;
  /** Of these, those that lack a trait compared: left out rather than guessed. */
  incomplete: number;
  /** The nearest first; of two as near, the first in the order of the level. */
  nearest: Likeness[];
}

/**
 * The territories most like the one at `subject`: same level, population within `factor`, same class,
 * then nearest by Euclidean distance on standard scores (after a French reference tool's rule).
 *
 * A trait unknown of the subject is left out for all; a candidate that lacks a compared trait is left
 * out, since a guess would make the unknown look alike. The distance is symmetric wherever both know
 * the same traits, and nobody is similar to itself.
 */
export function similarTo(subject: number, field: Field, factor: Factor, limit: number): SimilarResult {
  const { populations, classes, traits } = field;
  const known = traits.filter(({ scores }) => !Number.isNaN(scores[subject] ?? Number.NaN));
  const people = populations[subject] ?? Number.NaN;
  const ownClass = classes?.[subject] ?? Number.NaN;
  const sized = factor !== null && people > 0;
  const classed = classes !== null && !Number.isNaN(ownClass);
  const result: SimilarResult = {
    used: known.map(({ id }) => id),
    unknown: traits.filter((trait) => !known.includes(trait)).map(({ id }) => id),
    withoutPopulation: factor !== null && !sized,
    withoutClass: classes !== null && !classed,
    candidates: 0,
    incomplete: 0,
    nearest: [],
  };
  if (known.length === 0) return result;
  const found: { ordinal: number; distance: number }[] = [];
  for (let ordinal = 0; ordinal < populations.length; ordinal++) {
    if (ordinal === subject) continue;
    if (sized && !isWithin(factor, people, populations[ordinal] as number)) continue;
    if (classed && classes[ordinal] !== ownClass) continue;
    result.candidates++;
    let sum = 0;
    for (const { scores } of known) sum += ((scores[ordinal] as number) - (scores[subject] as number)) ** 2;
    if (Number.isNaN(sum)) result.incomplete++;
    else found.push({ ordinal, distance: Math.sqrt(sum / known.length) });
  }
  found.sort((a, b) => a.distance - b.distance || a.ordinal - b.ordinal);
  result.nearest = found.slice(0, limit).map((likeness) => ({
    ...likeness,
    gaps: known.map(({ scores }) => (scores[likeness.ordinal] as number) - (scores[subject] as number)),
  }));
  return result;
}

/** Whether neither has more than `factor` times the people of the other; never where one is unknown. */
const isWithin = (factor: number, own: number, other: number): boolean =>
  other <= own * factor && own <= other * factor;
