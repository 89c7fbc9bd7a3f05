import type { FrameAsked } from '../../../domain/siting/frame/frame-question.ts';
import type { Proposal } from '../../../domain/siting/frame/proposal.ts';
import type { SitingFrame } from '../../../domain/siting/frame/siting-frame.ts';

/** What a thread is asked to search, and until when. */
export interface ToSearcher {
  frame: SitingFrame;
  asked: FrameAsked;
  ms: number;
}

/** What it found so far; `done` when it stops by itself. */
export interface FromSearcher {
  proposal: Proposal | null;
  done: boolean;
}
