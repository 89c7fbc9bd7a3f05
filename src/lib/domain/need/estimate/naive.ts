import type { EstimateInputs } from './inputs.ts';

/**
 * What anyone would do without a model: the mean of the published rates of the département, weighted
 * by people, the commune itself left out; the country's where no other is published there. 0 to 1.
 */
export function naiveRates(
  inputs: EstimateInputs,
  published: readonly number[],
): (commune: number) => number {
  const sums = new Map<number, { rate: number; people: number }>();
  const country = { rate: 0, people: 0 };
  const among = new Set(published);
  const weigh = (commune: number): { rate: number; people: number } => {
    const people = inputs.people[commune] as number;
    return { rate: (people * (inputs.rate[commune] as number)) / 100, people };
  };
  for (const commune of published) {
    const { rate, people } = weigh(commune);
    const departement = inputs.departement[commune] as number;
    const sum = sums.get(departement) ?? { rate: 0, people: 0 };
    sum.rate += rate;
    sum.people += people;
    country.rate += rate;
    country.people += people;
    sums.set(departement, sum);
  }
  return (commune) => {
    const sum = sums.get(inputs.departement[commune] as number) ?? { rate: 0, people: 0 };
    const own = among.has(commune) ? weigh(commune) : { rate: 0, people: 0 };
    const people = sum.people - own.people;
    return people > 0 ? (sum.rate - own.rate) / people : country.rate / country.people;
  };
}
