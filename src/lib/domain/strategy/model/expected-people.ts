import type { Action } from './strategy.ts';

/** People whom an action should reach: those that its scenario newly reaches, else those that it was typed with; `null` when nothing says. */
export function expectedPeople({ counted, scenario, expected }: Action): number | null {
  if (counted && 'people' in counted && counted.query === scenario) return Math.round(counted.people.gained);
  return expected;
}
