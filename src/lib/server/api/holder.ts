import { api } from '../../messages/api.ts';
import type { Asker, Scope } from './asker.ts';
import { ApiProblem } from './problem.ts';

/** How a key is asked for (RFC 6750). */
const CHALLENGE = { 'www-authenticate': 'Bearer realm="Maillage"' };

/** The key that asks. Throws a problem for who has none, and for one that may not do as much. */
export function holderOf(asker: Asker, scope: Scope): Extract<Asker, { kind: 'key' }> {
  if (asker.kind !== 'key') throw new ApiProblem('cle', api.problems.noKey, { headers: CHALLENGE });
  if (scope === 'write' && asker.scope !== 'write') throw new ApiProblem('portee', api.problems.readOnly);
  return asker;
}
