import type { KnownSum } from '../domain/strategy/plan/known-sum.ts';
import { formatCount } from './number.ts';

/**
 * A sum in words, what is not said beside it: « 12 000 € (1 montant non précisé) ». A sum of which nothing is said
 * is « non précisé », never 0.
 */
export function formatKnownSum(
  { sum, unsaid }: KnownSum,
  format: (sum: number) => string,
  [one, many]: readonly [one: string, many: string],
): string {
  if (sum === null) return 'non précisé';
  return unsaid === 0 ? format(sum) : `${format(sum)} (${formatCount(unsaid, one, many)})`;
}
