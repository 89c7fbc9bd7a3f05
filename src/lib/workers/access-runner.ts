import type { AccessAnswer, AccessAsked, AccessKept } from './access.ts';
import { LastAsked } from './last-asked.ts';

export type AccessRunner = LastAsked<AccessKept, AccessAsked, AccessAnswer>;

/** The worker that measures access, bundled apart. */
export const startAccessRunner = (): AccessRunner =>
  new LastAsked(new Worker(new URL('./access-worker.ts', import.meta.url), { type: 'module' }));
