import { formatCount } from '../format/number.ts';
import { comptes } from '../messages/comptes.ts';
import type { SignIn } from './accounts/sign-in.ts';

type Refused = Exclude<SignIn, { outcome: 'in' }>;

const MINUTE_MS = 60_000;

/** The status and the sentence of a sign-in that was refused, with what the form keeps: the arguments of `fail`. */
export function signInProblem<Kept extends object>(
  refused: Refused,
  kept: Kept,
): [status: 401 | 429 | 503, data: Kept & { problem: string }] {
  const words = comptes.signIn;
  if (refused.outcome === 'wrong') return [401, { ...kept, problem: words.wrong }];
  if (refused.outcome === 'busy') return [503, { ...kept, problem: words.busy }];
  const minutes = Math.max(1, Math.ceil(refused.ms / MINUTE_MS));
  return [429, { ...kept, problem: words.wait(formatCount(minutes, words.minute)) }];
}
