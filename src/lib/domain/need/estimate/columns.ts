import { MINIMUM_COVER } from '../../indicators/aggregate.ts';
import { emptyColumn, setCell, type Column } from '../../indicators/column.ts';
import { ABSENT, SECRET, type Cell } from '../../indicators/value.ts';
import { groupPart, type CommuneRate } from './commune-rate.ts';
import type { Estimate } from './estimate.ts';
import { groupDeviation, type GroupPart } from './groups.ts';
import type { EstimateInputs } from './inputs.ts';
import { Z90 } from './interval.ts';

/** A figure made from the rates: the rate itself, or a count of people. */
export interface Figure {
  /** Whom the rate of a commune is about, NaN where unknown: its weight in a group. */
  people: Float64Array;
  kind: 'rate' | 'count';
}

/** Decimals that are kept: no estimate is sure to more, and files stay short. */
const DECIMALS = { rate: 2, count: 1 } as const;

const rounded = (value: number, kind: Figure['kind']): number =>
  Math.round(value * 10 ** DECIMALS[kind]) / 10 ** DECIMALS[kind];

/**
 * The figures of the communes. What is published stands as published, with its marks; what the source
 * leaves out stays as the source left it (`published`, the column of the rate).
 */
export function communeColumn(
  { standing }: Pick<EstimateInputs, 'standing'>,
  { rates }: Estimate,
  figure: Figure,
  published: readonly Cell[],
): Column {
  const column = emptyColumn(rates.length);
  rates.forEach((rate, commune) => {
    const { marks } = published[commune] as Cell;
    const factor = figure.kind === 'rate' ? 100 : (figure.people[commune] as number);
    const of = (share: number): number => rounded(share * factor, figure.kind);
    const unknown = standing[commune] === 'withheld' ? SECRET : ABSENT;
    if (!rate || !Number.isFinite(factor)) return setCell(column, commune, { ...unknown, marks });
    const cell = { value: of(rate.value), cover: 1, marks };
    if (rate.how === 'published') return setCell(column, commune, { ...cell, state: 'value' });
    setCell(column, commune, { ...cell, state: 'estimated', interval: [of(rate.low), of(rate.high)] });
  });
  return column;
}

/** The figures of groups of communes, each with the interval that its errors together make. */
export function groupColumn(
  inputs: Pick<EstimateInputs, 'epci' | 'departement' | 'standing'>,
  estimate: Estimate,
  figure: Figure,
  members: readonly (readonly number[])[],
): Column {
  const column = emptyColumn(members.length);
  members.forEach((communes, group) => setCell(column, group, groupCell(inputs, estimate, figure, communes)));
  return column;
}

/** The figure of some communes: `value` when all are published, `estimated` when some are not. */
export function groupCell(
  inputs: Pick<EstimateInputs, 'epci' | 'departement' | 'standing'>,
  { rates, likeness }: Estimate,
  { people, kind }: Figure,
  communes: readonly number[],
): Cell {
  let [all, covered, poor] = [0, 0, 0];
  let isEstimated = false;
  const parts: GroupPart[] = [];
  for (const commune of communes) {
    const count = people[commune] as number;
    if (!(count > 0)) continue;
    all += count;
    const rate = rates[commune] as CommuneRate | null;
    if (!rate) continue;
    covered += count;
    poor += count * rate.value;
    isEstimated ||= rate.how !== 'published';
    parts.push(groupPart(inputs, rate, commune, count));
  }
  if (covered === 0)
    return communes.some((commune) => inputs.standing[commune] === 'withheld')
      ? { ...ABSENT, state: 'incomplete' }
      : ABSENT;
  const factor = kind === 'rate' ? 100 / covered : 1;
  const value = rounded(poor * factor, kind);
  const cell = { value, cover: covered / all, marks: [] };
  if (cell.cover < MINIMUM_COVER) return { ...cell, state: 'incomplete' };
  if (!isEstimated) return { ...cell, state: 'value' };
  const reach = Z90 * groupDeviation(parts, likeness) * factor;
  const most = covered * factor;
  return {
    ...cell,
    state: 'estimated',
    interval: [
      Math.min(value, rounded(Math.max(0, poor * factor - reach), kind)),
      Math.max(value, rounded(Math.min(most, poor * factor + reach), kind)),
    ],
  };
}
