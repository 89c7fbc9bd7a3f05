import { prngFor } from '../random/prng.ts';
import type { Census } from './census.ts';
import type { Commune } from './communes.ts';
import type { Connection } from './connection.ts';
import type { Income } from './income.ts';
import { isPovertySecret } from './secrecy.ts';

/** Scores of the fragility index, 0 to 10 (10 = most fragile), in the order of its file. */
export const FRAGILITY_AXES = ['slow', 'no4g', 'poverty', 'over65', 'lowDiploma'] as const;

export type Fragility = Record<(typeof FRAGILITY_AXES)[number] | 'total', number>;

const total = (scores: Omit<Fragility, 'total'>): Fragility => ({
  ...scores,
  total: FRAGILITY_AXES.reduce((sum, axis) => sum + scores[axis], 0) / FRAGILITY_AXES.length,
});

/** The tenth each value falls in, from 1 to 10. */
function tenths(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const scores = values.map(() => 1);
  order.forEach((rank, place) => (scores[rank] = 1 + Math.floor((10 * place) / values.length)));
  return scores;
}

/**
 * Scores each commune by tenths. As in the published index, the poverty score follows the rate where
 * it is published and says nothing where it is secret. An empty commune scores 0 everywhere.
 */
export function scoreFragility(
  seed: number,
  communes: readonly Commune[],
  incomes: readonly Income[],
  census: readonly Census[],
  connections: readonly Connection[],
): Fragility[] {
  const random = prngFor(seed, 'fragility');
  const poverty = incomes.map((income) => (isPovertySecret(income) ? random.between(4, 24) : income.poverty));
  const columns = {
    slow: tenths(connections.map(({ slow }) => slow)),
    no4g: tenths(connections.map(({ no4g }) => no4g)),
    poverty: tenths(poverty),
    over65: tenths(census.map(({ over65 }) => over65 ?? 0)),
    lowDiploma: tenths(census.map(({ lowDiploma }) => lowDiploma ?? 0)),
  };
  return communes.map(({ population }, rank) => {
    const scores = FRAGILITY_AXES.map((axis) => {
      if (population === 0) return 0;
      const score = columns[axis][rank] as number;
      const isAveraged = population > 5000 && axis !== 'slow';
      return isAveraged ? Math.min(10, Math.max(1, score + random.between(-0.6, 0.6))) : score;
    });
    return total(
      Object.fromEntries(FRAGILITY_AXES.map((axis, index) => [axis, scores[index]])) as Omit<
        Fragility,
        'total'
      >,
    );
  });
}

/** Scores of a group of communes: the mean of theirs, weighted by inhabitants. */
export function averageFragility(
  members: readonly { population: number; fragility: Fragility }[],
): Fragility {
  const people = members.reduce((sum, { population }) => sum + population, 0);
  const mean = (axis: (typeof FRAGILITY_AXES)[number]): number =>
    members.reduce((sum, { population, fragility }) => sum + population * fragility[axis], 0) / people;
  return total(
    Object.fromEntries(FRAGILITY_AXES.map((axis) => [axis, mean(axis)])) as Omit<Fragility, 'total'>,
  );
}
