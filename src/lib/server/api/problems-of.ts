import type { Action } from './action.ts';
import type { Endpoint } from './endpoint.ts';
import type { ProblemKind } from './problem.ts';

/** What may happen to any request: it is told as the rest is. */
const TO_ANY: readonly ProblemKind[] = ['trop-gros', 'trop-de-requetes', 'indisponible', 'imprevu'];

/** Why an endpoint may not answer: what any may say, the end of the pages, and what it says itself. */
export const problemsOfEndpoint = ({ kind, scope, problems }: Endpoint): ProblemKind[] => [
  'parametres',
  'cle',
  ...(scope === 'write' ? (['portee'] as const) : []),
  ...(kind === 'list' ? (['introuvable'] as const) : []),
  'format',
  ...TO_ANY,
  ...problems,
];

/** Why an action may not be done: what any may say, what is wrong with a body, and what it says itself. */
export const problemsOfAction = ({ scope, body, problems }: Action): ProblemKind[] => [
  'parametres',
  ...(body === null ? [] : (['corps', 'type-de-contenu'] as const)),
  'cle',
  ...(scope === 'write' ? (['portee'] as const) : []),
  ...TO_ANY,
  ...problems,
];
