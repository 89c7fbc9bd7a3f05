import { sumOver } from '../indicators/aggregate.ts';
import { cellAt, emptyColumn, setCell, type Column } from '../indicators/column.ts';
import { ABSENT, isKnown, type Cell } from '../indicators/value.ts';

/** Who needs a place, and how far each commune is from one. */
export interface NeedSetting {
  /** To the nearest place that answers, metres or minutes; `Infinity` when there is none, NaN when unknown. */
  costs: ArrayLike<number>;
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

/** Whether people of a commune are out of reach of every place; `null` when it is not known. */
export function isBeyond({ costs, threshold }: NeedSetting, ordinal: number): boolean | null {
  const cost = costs[ordinal];
  return cost === undefined || Number.isNaN(cost) ? null : cost > threshold;
}

const NOBODY: Cell = { state: 'value', value: 0, cover: 1, marks: [] };

/**
 * Unmet need in people: those who live in communes whose centre is strictly further than the threshold
 * from every place that answers. Everyone of a commune counts alike, for all are taken to live at its
 * centre.
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
    const far = isBeyond(setting, ordinal);
    if (far === null) {
      need.unplaced.communes++;
      need.unplaced.inhabitants += people;
      continue;
    }
    all.push(ordinal);
    need.inhabitants += people;
    if (!far) continue;
    beyond.push(ordinal);
    need.inhabitantsBeyond += people;
  }
  return {
    ...need,
    communes: all.length,
    communesBeyond: beyond.length,
    group: groupCell(setting, all),
    groupBeyond: groupCell(setting, beyond),
  };
}

/** People of the group in some communes, the interval of estimates as wide as it can be. */
const groupCell = ({ group, people }: NeedSetting, ordinals: readonly number[]): Cell =>
  ordinals.length === 0 ? NOBODY : sumOver(group, ordinals, people);

/** People of the group out of reach, commune by commune: 0 within reach, as known as the group is. */
export function beyondColumn(setting: NeedSetting): Column {
  const { group } = setting;
  const column = emptyColumn(group.values.length);
  for (let ordinal = 0; ordinal < group.values.length; ordinal++) {
    const far = isBeyond(setting, ordinal);
    const cell = cellAt(group, ordinal);
    if (far === null) setCell(column, ordinal, ABSENT);
    else if (far || !isKnown(cell)) setCell(column, ordinal, cell);
    else setCell(column, ordinal, NOBODY);
  }
  return column;
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
