/**
 * The communes to look at first: an order, not an index.
 *
 * Four facts are looked at: the median standard of living (low), premises that fibre reaches (few),
 * people aged 65 and over (many), distance to the nearest matching place (far). Each becomes the
 * commune's percentile rank among the communes of France where it is known; the order is the plain
 * mean of the ranks that are known. At least three of the four must be known: an unknown fact is said
 * beside the commune and never guessed. Ties go to the larger population, then to the lower code.
 */
export const CRITERIA = ['standard', 'fibre', 'elders', 'distance'] as const;

export type Criterion = (typeof CRITERIA)[number];

/** Fewer known facts than this and the commune is left out of the order, and counted. */
export const MINIMUM_KNOWN = 3;

/** From this rank a fact is a reason by itself: the quarter of communes where it weighs most. */
export const REASON_RANK = 0.75;

/** Which end of each fact concerns. */
export const CONCERNING: Record<Criterion, 'high' | 'low'> = {
  standard: 'low',
  fibre: 'low',
  elders: 'high',
  distance: 'high',
};

/**
 * Percentile rank of each value among the known ones, 0 to 1, 1 at the concerning end; equal values
 * share the middle of their ranks; NaN stays NaN.
 */
export function percentileRanks(values: ArrayLike<number>, concerning: 'high' | 'low'): Float64Array {
  const order: number[] = [];
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i] as number)) order.push(i);
  const at = (i: number): number => values[i] as number;
  // Infinite distances compare equal, which subtraction would not say.
  order.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && at(order[to] as number) === at(order[from] as number)) to++;
    const middle = (from + to) / 2 / order.length;
    for (let k = from; k < to; k++) ranks[order[k] as number] = concerning === 'high' ? middle : 1 - middle;
    from = to;
  }
  return ranks;
}

export type CriterionRanks = Record<Criterion, ArrayLike<number>>;

export interface Priority {
  ordinal: number;
  /** Mean of the known ranks, 0 to 1. */
  mean: number;
  /** What weighs, heaviest first: the facts from `REASON_RANK`, or else the heaviest one. */
  reasons: Criterion[];
  unknown: Criterion[];
  /** The known ranks, 0 to 1. */
  ranks: Partial<Record<Criterion, number>>;
}

export interface PriorityOrder {
  /** Every commune that could be ordered, first to look at first. */
  order: Priority[];
  /** Communes with people but too few known facts. */
  unordered: number[];
  /** Communes without people. */
  empty: number[];
}

/** Orders some communes (by ordinal) by the rule above. */
export function prioritise(
  ordinals: readonly number[],
  ranks: CriterionRanks,
  populationOf: (ordinal: number) => number | null,
): PriorityOrder {
  const result: PriorityOrder = { order: [], unordered: [], empty: [] };
  for (const ordinal of ordinals) {
    if (populationOf(ordinal) === 0) {
      result.empty.push(ordinal);
      continue;
    }
    const rankOf = (criterion: Criterion): number => ranks[criterion][ordinal] ?? Number.NaN;
    const known = CRITERIA.filter((criterion) => !Number.isNaN(rankOf(criterion)));
    if (known.length < MINIMUM_KNOWN) {
      result.unordered.push(ordinal);
      continue;
    }
    const heaviest = [...known].sort((a, b) => rankOf(b) - rankOf(a));
    const reasons = heaviest.filter((criterion) => rankOf(criterion) >= REASON_RANK);
    result.order.push({
      ordinal,
      mean: known.reduce((sum, criterion) => sum + rankOf(criterion), 0) / known.length,
      reasons: reasons.length > 0 ? reasons : heaviest.slice(0, 1),
      unknown: CRITERIA.filter((criterion) => !known.includes(criterion)),
      ranks: Object.fromEntries(known.map((criterion) => [criterion, rankOf(criterion)])),
    });
  }
  const people = (priority: Priority): number => populationOf(priority.ordinal) ?? 0;
  result.order.sort((a, b) => b.mean - a.mean || people(b) - people(a) || a.ordinal - b.ordinal);
  return result;
}
