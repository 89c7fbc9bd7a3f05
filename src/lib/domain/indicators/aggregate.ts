import { cellAt, emptyColumn, setCell, type Column } from './column.ts';
import type { AggregateRule } from './indicator.ts';
import { ABSENT, isKnown, STATE_CODES, type Cell } from './value.ts';

/**
 * Under this share of the denominator, a group's figure is « non calculable »: secrecy is not
 * random, and the known communes alone mislead (17.3 % of poverty at 73 % known, where INSEE
 * published about 14.9 % for France). See the methodology page.
 */
export const MINIMUM_COVER = 0.95;

/** What aggregation needs of one commune. */
interface Part {
  cell: Cell;
  /** Its share of the denominator; `null` when unknown. */
  weight: number | null;
  population: number | null;
}

/**
 * The figure of a group of communes.
 *
 * The cover is the known share of the rule's own denominator; where a commune's denominator is
 * itself unknown, cover falls back to population for the whole group, so that a missing weight never
 * looks like a full cover. Under `MINIMUM_COVER` the state is `incomplete` and the value, if any, is
 * that of the known communes only, to be named as such.
 *
 * With an estimated part the figure is `estimated`, and its cover counts what is estimated as known.
 * Its interval is that of errors all of the same sign, the widest there is: `need/estimate/groups.ts`
 * says how much errors really resemble each other.
 */
export function aggregateCells(parts: readonly Part[], rule: AggregateRule): Cell {
  if (rule.rule === 'none' || parts.length === 0) return ABSENT;
  let sum = 0;
  let knownWeight = 0;
  let allWeight = 0;
  let knownPopulation = 0;
  let allPopulation = 0;
  let anyKnown = false;
  let anyEstimated = false;
  let everyWeight = true;
  let [low, high] = [0, 0];
  for (const { cell, weight, population } of parts) {
    const people = population ?? 0;
    allPopulation += people;
    if (rule.rule === 'sum') {
      if (!isKnown(cell)) continue;
      sum += cell.value;
      low += cell.interval?.[0] ?? cell.value;
      high += cell.interval?.[1] ?? cell.value;
      anyEstimated ||= cell.state === 'estimated';
      knownPopulation += people;
      anyKnown = true;
      continue;
    }
    if (weight === null) everyWeight &&= people === 0;
    allWeight += weight ?? 0;
    if (!isKnown(cell) || weight === null || weight === 0) continue;
    sum += cell.value * weight;
    low += (cell.interval?.[0] ?? cell.value) * weight;
    high += (cell.interval?.[1] ?? cell.value) * weight;
    anyEstimated ||= cell.state === 'estimated';
    knownWeight += weight;
    knownPopulation += people;
    anyKnown = true;
  }
  if (!anyKnown)
    return parts.some(({ cell }) => cell.state === 'secret') ? { ...ABSENT, state: 'incomplete' } : ABSENT;
  const byWeight = rule.rule !== 'sum' && everyWeight;
  const whole = byWeight ? allWeight : allPopulation;
  const cover = whole === 0 ? 1 : Math.min(1, (byWeight ? knownWeight : knownPopulation) / whole);
  const divisor = rule.rule === 'sum' ? 1 : knownWeight;
  const value = sum / divisor;
  // Marks stay with communes: a commune split since is, with its former parts, inside the same group.
  const cell = { value, cover, marks: [] };
  if (cover < MINIMUM_COVER) return { ...cell, state: 'incomplete' };
  return anyEstimated
    ? { ...cell, state: 'estimated', interval: [low / divisor, high / divisor] }
    : { ...cell, state: 'value' };
}

/**
 * The sum of a count over some communes, as `aggregateCells` makes it by the rule `sum`, read straight
 * from the column: a country's is asked for dozens of times a page. `people` is NaN where unknown; `share` is
 * the part of each commune that is counted, all of it by default.
 */
export function sumOver(
  column: Column,
  ordinals: readonly number[],
  people: ArrayLike<number>,
  share: (ordinal: number) => number = () => 1,
): Cell {
  const { values, states, interval } = column;
  let [sum, low, high, known, all] = [0, 0, 0, 0, 0];
  let [anyKnown, anyEstimated, anySecret] = [false, false, false];
  for (const at of ordinals) {
    const here = people[at] || 0;
    all += here;
    const state = states[at];
    const value = values[at] as number;
    if (state === STATE_CODES.secret) anySecret = true;
    if ((state !== STATE_CODES.value && state !== STATE_CODES.estimated) || Number.isNaN(value)) continue;
    const [from, to] = interval ? [interval.low[at] as number, interval.high[at] as number] : [NaN, NaN];
    const bounded = !Number.isNaN(from) && !Number.isNaN(to);
    const part = share(at);
    sum += part * value;
    low += part * (bounded ? from : value);
    high += part * (bounded ? to : value);
    anyEstimated ||= state === STATE_CODES.estimated;
    anyKnown = true;
    known += here;
  }
  if (!anyKnown) return anySecret ? { ...ABSENT, state: 'incomplete' } : ABSENT;
  const cell = { value: sum, cover: all === 0 ? 1 : Math.min(1, known / all), marks: [] };
  if (cell.cover < MINIMUM_COVER) return { ...cell, state: 'incomplete' };
  return anyEstimated ? { ...cell, state: 'estimated', interval: [low, high] } : { ...cell, state: 'value' };
}

/** The ordinals, in the commune order, of the communes of each territory of a level. */
export type Membership = readonly (readonly number[])[];

/** A whole column of a level of groups, from that of the communes. */
export function aggregateColumn(
  communes: Column,
  weights: Column | null,
  populations: Column,
  members: Membership,
  rule: AggregateRule,
): Column {
  const result = emptyColumn(members.length);
  members.forEach((ordinals, territory) => {
    const parts = ordinals.map((ordinal) => {
      const weight = weights ? cellAt(weights, ordinal) : ABSENT;
      const population = cellAt(populations, ordinal);
      return {
        cell: cellAt(communes, ordinal),
        weight: isKnown(weight) ? weight.value : null,
        population: isKnown(population) ? population.value : null,
      };
    });
    setCell(result, territory, aggregateCells(parts, rule));
  });
  return result;
}
