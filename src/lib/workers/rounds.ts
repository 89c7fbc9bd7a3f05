import type { RoundsAsked } from '../domain/siting/rounds/asked.ts';
import type { Tours } from '../domain/siting/rounds/instance.ts';
import type { Rounds } from '../domain/siting/rounds/rounding.ts';
import type { RoundsFrame } from '../domain/siting/rounds/rounds-file.ts';
import { ProposalRunner } from './proposals.ts';

/** Rounds asked of a worker, from those that are known already. */
export interface AskedRounds {
  asked: RoundsAsked;
  /** Communes (ordinals) of each outing; `null` to start from nothing. */
  start: Tours | null;
}

/** Searches rounds. */
export type RoundsRunner = ProposalRunner<RoundsFrame, AskedRounds, Rounds>;

/** The worker that searches rounds, bundled apart. */
export const startRoundsRunner = (
  told: (rounds: Rounds, done: boolean) => void,
  onfail: () => void,
): RoundsRunner =>
  new ProposalRunner(
    new Worker(new URL('./rounds-worker.ts', import.meta.url), { type: 'module' }),
    told,
    onfail,
  );
