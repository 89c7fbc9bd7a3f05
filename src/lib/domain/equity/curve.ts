/** One step of a population: so many people who hold so much. */
export interface Holding {
  people: number;
  amount: number;
  /** What people are ranked by, the lowest first. */
  rank: number;
}

/** Cumulative shares, both from 0 to 1, one point more than there are steps. */
export interface ShareCurve {
  people: number[];
  amount: number[];
}

/**
 * The curve of the shares of an amount held by growing shares of the people, in the order of their rank.
 * Those of one rank make one step, so that the order of the rows changes nothing. `null` without people
 * or without anything to share.
 */
export function shareCurve(holdings: Iterable<Holding>): ShareCurve | null {
  const steps = new Map<number, { people: number; amount: number }>();
  let [allPeople, allAmount] = [0, 0];
  for (const { people, amount, rank } of holdings) {
    if (!(people > 0) || Number.isNaN(rank) || !(amount >= 0)) continue;
    const step = steps.get(rank) ?? { people: 0, amount: 0 };
    step.people += people;
    step.amount += amount;
    steps.set(rank, step);
    allPeople += people;
    allAmount += amount;
  }
  if (allPeople === 0 || allAmount === 0) return null;
  const curve: ShareCurve = { people: [0], amount: [0] };
  let [people, amount] = [0, 0];
  for (const [, step] of [...steps].sort(([a], [b]) => a - b)) {
    people += step.people;
    amount += step.amount;
    curve.people.push(people / allPeople);
    curve.amount.push(amount / allAmount);
  }
  return curve;
}

/**
 * One less twice the area under a curve, 1 − Σ (F_k − F_{k−1})(L_k + L_{k−1}). With people ranked by what
 * each holds it is the Gini index, 0 (all alike) to 1 (one holds all); with people ranked by something
 * else it is the concentration index, −1 (the first hold all) to 1 (the last do).
 * Sources: INSEE, « Indice de Gini »; World Bank, « The Concentration Index », technical note 7.
 */
export function curveIndex({ people, amount }: ShareCurve): number {
  let area = 0;
  for (let k = 1; k < people.length; k++)
    area +=
      ((people[k] as number) - (people[k - 1] as number)) *
      ((amount[k] as number) + (amount[k - 1] as number));
  return 1 - area;
}

/** People ranked by what each holds, those who have least first: the Lorenz curve. */
export const lorenzCurve = (holdings: readonly Omit<Holding, 'rank'>[]): ShareCurve | null =>
  shareCurve(holdings.map((holding) => ({ ...holding, rank: holding.amount / holding.people })));

/**
 * People ranked by their need, those in most need first: the concentration curve. Above the diagonal the
 * amount goes to those in need, and the index is negative. People of unknown need are left out.
 */
export const concentrationCurve = (
  holdings: readonly (Omit<Holding, 'rank'> & { need: number })[],
): ShareCurve | null => shareCurve(holdings.map(({ need, ...holding }) => ({ ...holding, rank: -need })));

/** Share of the amount that the first share of the people hold, read between two steps in a straight line. */
export function shareOfFirst({ people, amount }: ShareCurve, share: number): number {
  const k = people.findIndex((reached) => reached >= share);
  if (k <= 0) return k === 0 ? 0 : 1;
  const [from, to] = [people[k - 1] as number, people[k] as number];
  const [low, high] = [amount[k - 1] as number, amount[k] as number];
  return low + ((high - low) * (share - from)) / (to - from);
}
