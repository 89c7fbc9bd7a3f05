import type { CrossingStep } from '../domain/classify/crossing.ts';

/** The limits of the classes that make a step. */
function limitsOfStep(step: CrossingStep, steps: readonly CrossingStep[], labels: readonly string[]): string {
  const own = labels.filter((_, at) => steps[at] === step);
  const [first, last] = [own[0] ?? '', own.at(-1) ?? ''];
  return own.length > 1 ? `${first} à ${last}` : first;
}

/** The limits of the three steps of a measure, from the least fragile; empty for a step without any class. */
export const limitsOf = (
  steps: readonly CrossingStep[],
  labels: readonly string[],
): readonly [string, string, string] => [
  limitsOfStep(0, steps, labels),
  limitsOfStep(1, steps, labels),
  limitsOfStep(2, steps, labels),
];
