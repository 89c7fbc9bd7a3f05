import type { CountedScenario } from '../model/counted-scenario.ts';
import type { Action } from '../model/strategy.ts';

/** What the scenario of an action gives; `null` where none was counted, or another one since. */
export function countedNow({
  counted,
  scenario,
}: Pick<Action, 'counted' | 'scenario'>): CountedScenario | null {
  return counted && 'people' in counted && counted.query === scenario ? counted : null;
}
