import { groupPart, type CommuneRate } from './commune-rate.ts';
import { groupDeviation, type GroupPart, type Likeness } from './groups.ts';
import type { Case, EstimateInputs } from './inputs.ts';
import { Z90 } from './interval.ts';
import type { CaseReport, WideRate } from './report.ts';

/** How many communes a case estimates, how many people, and their mean rate. */
export function summary(
  { people }: EstimateInputs,
  rates: readonly (CommuneRate | null)[],
  which: Case,
): Pick<CaseReport, 'communes' | 'people' | 'mean'> {
  let [communes, count, poor] = [0, 0, 0];
  rates.forEach((rate, commune) => {
    if (rate?.how !== which) return;
    communes++;
    count += people[commune] as number;
    poor += rate.value * (people[commune] as number);
  });
  return { communes, people: Math.round(count), mean: count > 0 ? (100 * poor) / count : 0 };
}

/** The rate of all the communes of a field that the source covers. */
export function wideRate(
  inputs: EstimateInputs,
  rates: readonly (CommuneRate | null)[],
  likeness: Likeness,
  among: (commune: number) => boolean,
): WideRate {
  let [people, poor, publishedPeople, publishedPoor] = [0, 0, 0, 0];
  const parts: GroupPart[] = [];
  rates.forEach((rate, commune) => {
    if (!rate || !among(commune)) return;
    const count = inputs.people[commune] as number;
    people += count;
    poor += count * rate.value;
    parts.push(groupPart(inputs, rate, commune, count));
    if (rate.how !== 'published') return;
    publishedPeople += count;
    publishedPoor += count * rate.value;
  });
  const reach = Z90 * groupDeviation(parts, likeness);
  return {
    value: (100 * poor) / people,
    low: (100 * (poor - reach)) / people,
    high: (100 * (poor + reach)) / people,
    people: Math.round(people),
    published: publishedPeople / people,
    naive: (100 * publishedPoor) / publishedPeople,
  };
}
