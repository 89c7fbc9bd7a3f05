import { findIndicator, INDICATORS, indicatorsInUse, mayRedistribute } from '../../indicators/catalogue.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { PRESETS } from '../../need/presets.ts';
import { isPlacing } from '../../need/scale.ts';
import { isRestricted } from '../../need/recipe.ts';

/**
 * People whose access is looked at:
 * - `count`: indicators that count people, added up (65 and over, then the poor under 65: nobody twice);
 * - `share`: the people that a rate speaks of, rate × its denominator;
 * - `index`: everybody in the communes that an index puts in the most fragile fifth of those it ranks;
 * - `fifth`: the same by one indicator.
 */
export type Group =
  | { kind: 'count'; word: string; indicators: readonly string[] }
  | { kind: 'share'; word: string; indicator: string; weight: string }
  | { kind: 'index'; word: string; preset: string }
  | { kind: 'fifth'; word: string; indicator: string };

/** Share of the ranked communes that are called fragile here. */
export const FRAGILE_SHARE = 0.2;

/** Everybody: what is asked by default. */
export const EVERYBODY: Group = { kind: 'count', word: 'habitants', indicators: ['population'] };

const isOffered = (indicator: Indicator): boolean =>
  indicator.worse !== null &&
  mayRedistribute(indicator) &&
  (indicator.kind === 'rate' || indicator.kind === 'euros') &&
  // What is published and what is estimated are one question.
  indicator.id !== 'taux-de-pauvrete';

const fifthOf = ({ id }: Indicator): Group => ({ kind: 'fifth', word: `cinquieme-${id}`, indicator: id });

/** The groups of the catalogue: people counted, then communes by an index, then by an indicator. */
export const GROUPS: readonly Group[] = [
  EVERYBODY,
  { kind: 'count', word: 'pauvrete', indicators: ['personnes-pauvres'] },
  { kind: 'count', word: '65-ans-et-plus', indicators: ['personnes-65-ans-et-plus'] },
  {
    kind: 'count',
    word: 'pauvrete-ou-65-ans',
    indicators: ['personnes-65-ans-et-plus', 'personnes-pauvres-moins-de-65-ans'],
  },
  { kind: 'share', word: 'chomage', indicator: 'chomage', weight: 'actifs-2018' },
  ...PRESETS.filter(({ recipe }) => !isRestricted(recipe) && isPlacing(recipe.normalisation)).map(
    ({ id }): Group => ({ kind: 'index', word: `indice-${id}`, preset: id }),
  ),
  ...INDICATORS.filter(isOffered).map(fifthOf),
];

/** Who a figure of a table tells of: what it counts, or where its fragile end is; nobody for others. */
function groupOfTable(one: Indicator): Group[] {
  if (!mayRedistribute(one)) return [];
  if (one.kind === 'count') return [{ kind: 'count', word: `compte-${one.id}`, indicators: [one.id] }];
  return isOffered(one) || (one.kind === 'score' && one.worse !== null) ? [fifthOf(one)] : [];
}

/** Every group that can be asked for, those of tables last. */
export const groupsInUse = (): readonly Group[] => [
  ...GROUPS,
  ...indicatorsInUse()
    .filter(({ theme }) => theme === 'tableaux')
    .flatMap(groupOfTable),
];

/** The indicator of a table whose counts a group is; `null` for one of the catalogue. */
export function countOfTable(group: Group): Indicator | null {
  const found = group.kind === 'count' && findIndicator(group.indicators[0] ?? '');
  return found && found.theme === 'tableaux' ? found : null;
}

export const groupOfWord = (word: string): Group | undefined =>
  groupsInUse().find((group) => group.word === word);
