import type { Gap } from './strategy.ts';

/** From this score an impact, or a feasibility, is high: the upper half of five steps. */
export const HIGH = 4;

/** What to do of a gap: at once, a project to prepare, an easy gain, or later. */
export type Quadrant = 'first' | 'prepare' | 'easy' | 'later';

export interface Priority {
  gap: Gap;
  /** Impact × feasibility, 1 to 25; `null` where either is not scored. */
  score: number | null;
  quadrant: Quadrant | null;
}

/** Gaps by score, the highest first; at one score the more people first, and what is not scored last. */
export function prioritiesOf(gaps: readonly Gap[]): Priority[] {
  return gaps
    .map(priorityOf)
    .sort((a, b) => rankOf(b) - rankOf(a) || (b.gap.people ?? -1) - (a.gap.people ?? -1));
}

const rankOf = ({ score }: Priority): number => score ?? -1;

function priorityOf(gap: Gap): Priority {
  const { impact, feasibility } = gap;
  if (impact === null || feasibility === null) return { gap, score: null, quadrant: null };
  const quadrant =
    impact >= HIGH ? (feasibility >= HIGH ? 'first' : 'prepare') : feasibility >= HIGH ? 'easy' : 'later';
  return { gap, score: impact * feasibility, quadrant };
}

/**
 * An impact to start from, 1 to 5: the people of a gap among those of all the gaps of the strategy, in five
 * steps of equal width up to the largest. `null` where the people are not known.
 */
export function suggestedImpact({ people }: Gap, gaps: readonly Gap[]): number | null {
  const largest = Math.max(0, ...gaps.map((one) => one.people ?? 0));
  if (people === null || largest === 0) return null;
  return Math.max(1, Math.ceil((5 * people) / largest));
}
