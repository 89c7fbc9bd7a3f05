import type { EstimateInputs } from './inputs.ts';

/**
 * People of fiscal households in every commune: as published, else the population times what they are
 * of it in the département's other communes. NaN where even the population is unknown.
 */
export function completePeople({ people, population, departement }: EstimateInputs): Float64Array {
  const ofDepartement = new Map<number, { people: number; population: number }>();
  const ofAll = { people: 0, population: 0 };
  people.forEach((count, i) => {
    const inhabitants = population[i] as number;
    if (!(count > 0) || !(inhabitants > 0)) return;
    const key = departement[i] as number;
    const sum = ofDepartement.get(key) ?? { people: 0, population: 0 };
    for (const entry of [sum, ofAll]) {
      entry.people += count;
      entry.population += inhabitants;
    }
    ofDepartement.set(key, sum);
  });
  return people.map((count, i) => {
    if (!Number.isNaN(count)) return count;
    const { people: known, population: inhabitants } = ofDepartement.get(departement[i] as number) ?? ofAll;
    return inhabitants > 0 ? ((population[i] as number) * known) / inhabitants : Number.NaN;
  });
}
