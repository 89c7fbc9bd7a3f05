import type { Scales } from './calibration.ts';
import { stratumOf } from './calibration.ts';
import { fitLikeness, groupDeviation, type GroupPart, type Likeness } from './groups.ts';
import type { HeldOut } from './held-out.ts';
import type { EstimateInputs } from './inputs.ts';
import { Z90 } from './interval.ts';
import { judge, type Trial } from './trial.ts';

/** What a held-out commune brings to a group, in shares (0 to 1) of its people. */
export function partOf(inputs: EstimateInputs, { commune, prediction }: HeldOut, scales: Scales): GroupPart {
  const scale = scales[stratumOf(inputs.covariates.density[commune] as number)];
  const slope = 2 * Math.max(0, prediction.mean);
  return {
    weight: inputs.people[commune] as number,
    shared: slope * scale * Math.sqrt(prediction.variance),
    own: slope * scale * Math.sqrt(prediction.chance),
    slope,
    epci: inputs.epci[commune] as number,
    departement: inputs.departement[commune] as number,
  };
}

/** The likeness of the errors of held-out communes, each weighing what it weighs in its département. */
export function likenessOf(
  inputs: EstimateInputs,
  heldOut: readonly HeldOut[],
  scales: Scales,
): Pick<Likeness, 'epci' | 'departement'> {
  const people = new Map<number, number>();
  const parts = heldOut.map((row) => partOf(inputs, row, scales));
  for (const { departement, weight } of parts)
    people.set(departement, (people.get(departement) ?? 0) + weight);
  return fitLikeness(
    parts.map(({ epci, departement, weight, shared, slope }, i) => {
      const { prediction, target } = heldOut[i] as HeldOut;
      const share = weight / (people.get(departement) as number);
      return {
        epci,
        departement,
        error: share * slope * (prediction.mean - target),
        deviation: share * shared,
      };
    }),
  );
}

/** The rates of groups of held-out communes, with their intervals, against the truth. */
export function judgeGroups(
  inputs: EstimateInputs,
  heldOut: readonly HeldOut[],
  groups: Int32Array,
  least: number,
  scalesOf: (row: HeldOut) => Scales,
  likeness: Likeness,
): Trial {
  const members = new Map<number, HeldOut[]>();
  for (const row of heldOut) {
    const group = groups[row.commune] as number;
    if (group >= 0) members.set(group, [...(members.get(group) ?? []), row]);
  }
  const guesses = [...members.values()]
    .filter((rows) => rows.length >= least)
    .map((rows) => {
      const parts = rows.map((row) => partOf(inputs, row, scalesOf(row)));
      const people = parts.reduce((sum, { weight }) => sum + weight, 0);
      const mean = (of: (row: HeldOut) => number): number =>
        rows.reduce((sum, row) => sum + of(row) * (inputs.people[row.commune] as number), 0) / people;
      const value = mean(({ prediction }) => Math.max(0, prediction.mean) ** 2 + prediction.variance);
      const reach = (Z90 * groupDeviation(parts, likeness)) / people;
      return {
        truth: mean(({ target }) => target ** 2),
        value,
        interval: { low: value - reach, high: value + reach },
      };
    });
  return judge(guesses);
}
