import {
  classOfCode,
  ESTIMATED_BIT,
  isEstimatedCode,
  UNCLASSED,
  unclassedOfCode,
  type Classification,
  type Unclassed,
} from './classification.ts';

/** Classes a side: three are told apart on a square of nine, four would not be. */
export const CROSSING_STEPS = 3;

/** A step of one measure: 2 is its fragile end, or the greatest values where no end is fragile. */
export type CrossingStep = 0 | 1 | 2;

/** A measure as it enters a crossing: already cut, and which end of it speaks of need. */
export interface CrossedMeasure {
  classification: Classification;
  /** `low` turns it, so that step 2 is always the fragile end. */
  worse: 'high' | 'low' | null;
}

/** A crossing is a classification of nine classes: 3 × step of the second + step of the first. */
export interface Crossing extends Classification {
  /** The step of each class of the measures, in the order of their classes. */
  steps: { first: CrossingStep[]; second: CrossingStep[] };
}

/** The nine squares, from the least fragile on both sides (0) to the most (8). */
export const squareOf = (first: CrossingStep, second: CrossingStep): number =>
  CROSSING_STEPS * second + first;

export const stepsOfSquare = (square: number): { first: CrossingStep; second: CrossingStep } => ({
  first: (square % CROSSING_STEPS) as CrossingStep,
  second: Math.floor(square / CROSSING_STEPS) as CrossingStep,
});

/**
 * The step of each class: three classes are the three steps, two are its ends, one stands in the
 * middle, and more (those of the catalogue) are gathered, neighbours together, in near-equal thirds of
 * the territories.
 */
export function stepsOfClasses({ classification, worse }: CrossedMeasure): CrossingStep[] {
  const { counts } = classification;
  const last = CROSSING_STEPS - 1;
  const total = counts.reduce((sum, count) => sum + count, 0);
  let before = 0;
  const steps = counts.map((count, at) => {
    const middle = total > 0 ? (before + count / 2) / total : (at + 0.5) / counts.length;
    before += count;
    if (counts.length === CROSSING_STEPS) return at;
    if (counts.length === 2) return at * last;
    return Math.min(last, Math.floor(CROSSING_STEPS * middle));
  });
  return steps.map((step) => (worse === 'low' ? last - step : step) as CrossingStep);
}

/** Why neither a class nor a figure is there: what a rule withholds is said before what is lacking. */
const BY_PRECEDENCE: readonly Unclassed[] = ['secret', 'incomplete', 'absent'];

/**
 * Crosses two classifications of the same territories, in the same order. A territory without a class
 * in either has none: secret if either is, else not computable, else absent. It is estimated as soon
 * as one of its two figures is. Throws a `RangeError` when the two are not of the same level.
 */
export function crossClassifications(first: CrossedMeasure, second: CrossedMeasure): Crossing {
  const [across, up] = [first.classification.codes, second.classification.codes];
  if (across.length !== up.length)
    throw new RangeError(`cannot cross ${across.length} territories with ${up.length}`);
  const steps = { first: stepsOfClasses(first), second: stepsOfClasses(second) };
  const codes = new Uint8Array(across.length);
  const counts = new Array<number>(CROSSING_STEPS ** 2).fill(0);
  const unclassed: Record<Unclassed, number> = { secret: 0, absent: 0, incomplete: 0 };
  let estimated = 0;
  for (let i = 0; i < codes.length; i++) {
    const [a, b] = [across[i] as number, up[i] as number];
    const [stepA, stepB] = [steps.first[classOfCode(a) ?? -1], steps.second[classOfCode(b) ?? -1]];
    if (stepA === undefined || stepB === undefined) {
      const states = [unclassedOfCode(a), unclassedOfCode(b)];
      const why = BY_PRECEDENCE.find((state) => states.includes(state)) ?? 'absent';
      unclassed[why]++;
      codes[i] = UNCLASSED[why];
      continue;
    }
    const square = squareOf(stepA, stepB);
    counts[square] = (counts[square] as number) + 1;
    codes[i] = square;
    if (isEstimatedCode(a) || isEstimatedCode(b)) {
      estimated++;
      codes[i] = square | ESTIMATED_BIT;
    }
  }
  return {
    codes,
    breaks: [],
    own: counts.map((_, square) => square),
    range: null,
    counts,
    estimated,
    unclassed,
    histogram: null,
    steps,
  };
}
