import { sumOver } from '../../indicators/aggregate.ts';
import { cellAt, emptyColumn, setCell, type Column } from '../../indicators/column.ts';
import { ABSENT, isKnown, type Cell } from '../../indicators/value.ts';
import type { DemandPoints } from '../demand/demand-points.ts';

/** Who needs a place, and how far each commune is from one. */
export interface NeedSetting {
  /**
   * From each demand point to the nearest place that answers, metres or minutes; `Infinity` when there is
   * none, NaN when unknown.
   */
  costs: ArrayLike<number>;
  /** The demand points of each commune; `null` when each commune is one point. */
  points: Pick<DemandPoints, 'starts' | 'shares'> | null;
  /** Past it, one is out of reach; in the unit of the costs. */
  threshold: number;
  /** Inhabitants; NaN when unknown. */
  people: ArrayLike<number>;
  /** People of the group that is looked at, of each commune. */
  group: Column;
}

/** People of some communes, and those of them out of reach. */
export interface UnmetNeed {
  communes: number;
  communesBeyond: number;
  inhabitants: number;
  inhabitantsBeyond: number;
  /** Of the group; `incomplete` when too many communes do not say. */
  group: Cell;
  groupBeyond: Cell;
  /** Communes of unknown cost, in none of the counts. */
  unplaced: { communes: number; inhabitants: number };
}

/** Share of the people of a commune out of reach of every place, 0 to 1; NaN when it is not known. */
export function beyondShare({ costs, threshold, points }: NeedSetting, ordinal: number): number {
  if (!points) {
    const cost = costs[ordinal] ?? Number.NaN;
    return Number.isNaN(cost) ? Number.NaN : cost > threshold ? 1 : 0;
  }
  const { starts, shares } = points;
  let share = 0;
  for (let at = starts[ordinal] as number; at < (starts[ordinal + 1] as number); at++) {
    const cost = costs[at] as number;
    if (Number.isNaN(cost)) return Number.NaN;
    if (cost > threshold) share += shares[at] as number;
  }
  // Shares of sum 1 may add up to a hair more, or less.
  return share > 1 - 1e-9 ? 1 : share;
}

/** Whether people of a commune, all or some, are out of reach of every place; `null` when it is not known. */
export function isBeyond(setting: NeedSetting, ordinal: number): boolean | null {
  const share = beyondShare(setting, ordinal);
  return Number.isNaN(share) ? null : share > 0;
}

const NOBODY: Cell = { state: 'value', value: 0, cover: 1, marks: [] };

/**
 * Unmet need in people: those who live at points strictly further than the threshold from every place that
 * answers. The centre of a commune stands for all its people unless its inhabited points are given; the
 * group is then taken to live where the others do.
 */
export function unmetNeed(setting: NeedSetting, ordinals: Iterable<number>): UnmetNeed {
  const need: UnmetNeed = {
    communes: 0,
    communesBeyond: 0,
    inhabitants: 0,
    inhabitantsBeyond: 0,
    group: NOBODY,
    groupBeyond: NOBODY,
    unplaced: { communes: 0, inhabitants: 0 },
  };
  const all: number[] = [];
  const beyond: number[] = [];
  for (const ordinal of ordinals) {
    const people = setting.people[ordinal] || 0;
    const share = beyondShare(setting, ordinal);
    if (Number.isNaN(share)) {
      need.unplaced.communes++;
      need.unplaced.inhabitants += people;
      continue;
    }
    all.push(ordinal);
    need.inhabitants += people;
    if (share === 0) continue;
    beyond.push(ordinal);
    need.inhabitantsBeyond += Math.round(share * people);
  }
  return {
    ...need,
    communes: all.length,
    communesBeyond: beyond.length,
    group: groupCell(setting, all),
    groupBeyond: groupCell(setting, beyond, (ordinal) => beyondShare(setting, ordinal)),
  };
}

/** People of the group in some communes, or a share of them, the interval of estimates as wide as it can be. */
const groupCell = (
  { group, people }: NeedSetting,
  ordinals: readonly number[],
  share?: (ordinal: number) => number,
): Cell => (ordinals.length === 0 ? NOBODY : sumOver(group, ordinals, people, share));

/** People of the group out of reach, commune by commune: 0 within reach, as known as the group is. */
export function beyondColumn(setting: NeedSetting): Column {
  const { group } = setting;
  const column = emptyColumn(group.values.length);
  for (let ordinal = 0; ordinal < group.values.length; ordinal++) {
    const share = beyondShare(setting, ordinal);
    const cell = cellAt(group, ordinal);
    if (Number.isNaN(share)) setCell(column, ordinal, ABSENT);
    else if (share === 1 || !isKnown(cell)) setCell(column, ordinal, cell);
    else if (share === 0) setCell(column, ordinal, NOBODY);
    else setCell(column, ordinal, sharedOut(cell, share));
  }
  return column;
}

/** A share of the people of a known cell. */
function sharedOut(cell: Cell & { value: number }, share: number): Cell {
  const { interval } = cell;
  const value = share * cell.value;
  return interval
    ? { ...cell, value, interval: [share * interval[0], share * interval[1]] }
    : { ...cell, value };
}

/** Share of the group out of reach, 0 to 1; NaN when it is not known or nobody is of the group. */
export const shareBeyond = ({ group, groupBeyond }: UnmetNeed): number =>
  isKnown(group) && isKnown(groupBeyond) && group.value > 0 ? groupBeyond.value / group.value : Number.NaN;

/**
 * Share of the group out of reach, percent, of each of `count` sets of communes (`sets` gives that of each
 * commune, −1 without one); as known as the two counts that it is made of.
 */
export function shareColumn(setting: NeedSetting, sets: ArrayLike<number>, count: number): Column {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let ordinal = 0; ordinal < sets.length; ordinal++) members[sets[ordinal] as number]?.push(ordinal);
  const column = emptyColumn(count);
  members.forEach((ordinals, set) => {
    const need = unmetNeed(setting, ordinals);
    const share = shareBeyond(need);
    const { group, groupBeyond } = need;
    if (need.communes === 0 || group.value === 0) return;
    if (Number.isNaN(share)) setCell(column, set, { state: 'incomplete', value: null, cover: 0, marks: [] });
    else {
      const isEstimated = groupBeyond.state === 'estimated' || group.state === 'estimated';
      setCell(column, set, {
        state: isEstimated ? 'estimated' : 'value',
        value: 100 * share,
        cover: 1,
        marks: [],
      });
    }
  });
  return column;
}
