import { countOfTable, FRAGILE_SHARE, groupsInUse, type Group } from '../../../domain/access/gaps/group.ts';
import { cellAt, emptyColumn, setCell, type Column } from '../../../domain/indicators/column.ts';
import { findIndicator } from '../../../domain/indicators/catalogue.ts';
import { ABSENT, isKnown, type Cell } from '../../../domain/indicators/value.ts';
import { findPreset } from '../../../domain/need/presets.ts';
import { remember } from '../memo.ts';
import { scoresOf } from '../scores.ts';
import type { Snapshot } from '../snapshot.ts';

/** People of a group in each commune; `null` when what tells them is not loaded. */
export const groupColumn = (data: Snapshot, group: Group): Column | null =>
  remember(data, 'need-group', group.word, () => countGroup(data, group));

function countGroup(data: Snapshot, group: Group): Column | null {
  switch (group.kind) {
    case 'count':
      return withoutDebts(sumOf(group.indicators.map((id) => data.column(id, 'commune'))));
    case 'share':
      return peopleOfRate(data.column(group.indicator, 'commune'), data.column(group.weight, 'commune'));
    case 'index': {
      const recipe = findPreset(group.preset)?.recipe;
      if (!recipe) return null;
      const { ranks, ranked } = scoresOf(data, { recipe, level: 'commune' });
      return everybodyWhere(data, (ordinal) => {
        const rank = ranks[ordinal] ?? 0;
        return rank === 0 ? null : rank <= FRAGILE_SHARE * ranked;
      });
    }
    case 'fifth':
      return worstFifth(data, group.indicator);
  }
}

/** Counts added up where all of them are known; the interval as wide as it can be. */
function sumOf(columns: readonly (Column | null)[]): Column | null {
  const [first, ...others] = columns;
  if (!first || others.some((column) => column === null)) return null;
  if (others.length === 0) return first;
  const all = [first, ...others] as Column[];
  const sum = emptyColumn(first.values.length);
  for (let at = 0; at < sum.values.length; at++)
    setCell(sum, at, addCells(all.map((one) => cellAt(one, at))));
  return sum;
}

/** Counts of a table may be below zero: there is nobody to count then. */
function withoutDebts(counts: Column | null): Column | null {
  if (!counts || counts.values.every((value) => !(value < 0))) return counts;
  const people = emptyColumn(counts.values.length);
  for (let at = 0; at < people.values.length; at++) {
    const cell = cellAt(counts, at);
    setCell(people, at, isKnown(cell) && cell.value < 0 ? ABSENT : cell);
  }
  return people;
}

function addCells(cells: readonly Cell[]): Cell {
  const unknown = cells.find((cell) => !isKnown(cell));
  if (unknown) return { ...unknown, value: null, cover: 0 };
  const add = (read: (cell: Cell) => number): number => cells.reduce((sum, cell) => sum + read(cell), 0);
  const value = add((cell) => cell.value ?? 0);
  if (cells.every(({ state }) => state === 'value')) return { state: 'value', value, cover: 1, marks: [] };
  const low = add((cell) => cell.interval?.[0] ?? cell.value ?? 0);
  const high = add((cell) => cell.interval?.[1] ?? cell.value ?? 0);
  return { state: 'estimated', value, cover: 1, marks: [], interval: [low, high] };
}

/** The people that a rate speaks of. */
function peopleOfRate(rates: Column | null, weights: Column | null): Column | null {
  if (!rates || !weights) return null;
  const people = emptyColumn(rates.values.length);
  for (let at = 0; at < people.values.length; at++) {
    const [rate, weight] = [cellAt(rates, at), cellAt(weights, at)];
    const known = isKnown(rate) && isKnown(weight);
    setCell(people, at, known ? { ...rate, value: (rate.value * weight.value) / 100 } : ABSENT);
  }
  return people;
}

/** Everybody in the communes that are meant, nobody in the others; absent where it is not known. */
function everybodyWhere(data: Snapshot, isMeant: (ordinal: number) => boolean | null): Column {
  const communes = data.territories.all('commune');
  const column = emptyColumn(communes.length);
  for (const { ordinal, population } of communes) {
    const meant = isMeant(ordinal);
    if (meant !== null && population !== null)
      setCell(column, ordinal, { state: 'value', value: meant ? population : 0, cover: 1, marks: [] });
  }
  return column;
}

/** Everybody in the fifth of the communes where an indicator is at its fragile end. */
function worstFifth(data: Snapshot, id: string): Column | null {
  const values = data.column(id, 'commune')?.values;
  const worse = findIndicator(id)?.worse;
  if (!values || !worse) return null;
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const share = worse === 'high' ? 1 - FRAGILE_SHARE : FRAGILE_SHARE;
  const limit = known[Math.min(known.length - 1, Math.floor(share * known.length))] ?? Number.NaN;
  return everybodyWhere(data, (ordinal) => {
    const value = values[ordinal] ?? Number.NaN;
    if (Number.isNaN(value)) return null;
    return worse === 'high' ? value >= limit : value <= limit;
  });
}

/** The groups that can be asked for of what is loaded: an indicator without figures names nobody. */
export const groupsWithFigures = (data: Snapshot): readonly Group[] =>
  groupsInUse().filter((group) => {
    const told = group.kind === 'fifth' ? group.indicator : countOfTable(group)?.id;
    return told === undefined || data.file(told, 'commune') !== null;
  });
