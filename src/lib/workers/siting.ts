import type { FrameAsked } from '../domain/siting/frame/frame-question.ts';
import type { Proposal } from '../domain/siting/frame/proposal.ts';
import type { SitingFrame } from '../domain/siting/frame/siting-frame.ts';
import { ProposalRunner } from './proposals.ts';

/** Searches where to open. */
export type SitingRunner = ProposalRunner<SitingFrame, FrameAsked, Proposal>;

/** The worker that searches where to open, bundled apart. */
export const startSitingRunner = (
  told: (proposal: Proposal, done: boolean) => void,
  onfail: () => void,
): SitingRunner =>
  new ProposalRunner(
    new Worker(new URL('./siting-worker.ts', import.meta.url), { type: 'module' }),
    told,
    onfail,
  );
