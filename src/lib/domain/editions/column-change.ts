import type { Column } from '../indicators/column.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { STATE_CODES } from '../indicators/value.ts';
import { quantileOfSorted } from '../need/quantile.ts';
import type { Level } from '../territory/level.ts';
import type { ColumnChange, Move } from './edition-changes.ts';
import { rankChange } from './rank-change.ts';

/** Moves told of each kind: a page of them is read, a country of them is not. */
const TOLD = 8;

/** The territories of a column, in its order. */
export interface ColumnSetting {
  indicator: Pick<Indicator, 'id' | 'kind' | 'worse'>;
  level: Level;
  codes: readonly string[];
  /** Inhabitants; NaN when unknown. */
  people: ArrayLike<number>;
  /** Code of the département of each; `null` without one. */
  departements: readonly (string | null)[];
}

const isKnown = (column: Column, at: number): boolean =>
  column.states[at] === STATE_CODES.value || column.states[at] === STATE_CODES.estimated;

/** Classes and bands have an order at most: no middle, no mean. */
const isMeasured = ({ kind }: ColumnSetting['indicator']): boolean => kind !== 'category' && kind !== 'band';

/** Compares the figures of an indicator in two editions, over the same territories. */
export function compareColumns(
  before: Column,
  after: Column,
  setting: ColumnSetting,
): Omit<ColumnChange, 'country'> {
  const { indicator, level, codes, people, departements } = setting;
  const vanished = { secret: 0, absent: 0, incomplete: 0 };
  const count = { changed: 0, people: 0, appeared: 0 };
  const moves: { move: Move; by: number; people: number }[] = [];
  for (let at = 0; at < codes.length; at++) {
    const [was, is] = [isKnown(before, at), isKnown(after, at)];
    const [from, to] = [before.values[at] as number, after.values[at] as number];
    if (was && is) {
      if (from === to && before.states[at] === after.states[at]) continue;
      count.changed++;
      if (from !== to)
        moves.push({
          move: { code: codes[at] as string, before: from, after: to },
          by: to - from,
          people: people[at] || 0,
        });
    } else if (is) count.appeared++;
    else if (was) vanished[stateOf(after, at)]++;
    else continue;
    count.people += people[at] || 0;
  }
  moves.sort((a, b) => b.by - a.by || b.people - a.people);
  const rises = moves.filter(({ by }) => by > 0).slice(0, TOLD);
  const falls = moves
    .filter(({ by }) => by < 0)
    .sort((a, b) => a.by - b.by || b.people - a.people)
    .slice(0, TOLD);
  const [wereKnown, areKnown] = [knownValues(before), knownValues(after)];
  return {
    indicator: indicator.id,
    level,
    territories: codes.length,
    known: { before: wereKnown.length, after: areKnown.length },
    ...count,
    vanished,
    median: isMeasured(indicator) ? { before: middle(wereKnown), after: middle(areKnown) } : null,
    rises: rises.map(({ move }) => move),
    falls: falls.map(({ move }) => move),
    ranksInCountry: rankChange(ranked(before), ranked(after), setting),
    ranksInDepartement:
      level === 'commune' ? rankChange(ranked(before), ranked(after), setting, departements) : null,
  };
}

/** What stands where a figure was. */
function stateOf(column: Column, at: number): 'secret' | 'absent' | 'incomplete' {
  const state = column.states[at];
  if (state === STATE_CODES.secret) return 'secret';
  return state === STATE_CODES.incomplete ? 'incomplete' : 'absent';
}

const knownValues = (column: Column): Float64Array =>
  column.values.filter((_, at) => isKnown(column, at)).sort();

const middle = (sorted: Float64Array): number | null =>
  sorted.length === 0 ? null : quantileOfSorted(sorted, 0.5);

/** Known figures, NaN elsewhere: a figure of a part of a territory has no rank. */
const ranked = (column: Column): Float64Array =>
  column.values.map((value, at) => (isKnown(column, at) ? value : Number.NaN));
