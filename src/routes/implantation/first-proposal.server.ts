import { proposing, type Proposal } from '#lib/domain/siting/frame/proposing.ts';
import type { FrameAsked } from '#lib/domain/siting/frame/frame-question.ts';
import type { SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { inSlices } from '#lib/server/queries/in-slices.ts';

/** Milliseconds that the server searches before it answers: the browser goes on from there. */
const PATIENCE_MS = 300;

/** The best proposal found while a page can be waited for; the first one takes what it takes. */
export const firstProposal = (frame: SitingFrame, asked: FrameAsked): Promise<Proposal> =>
  inSlices(searching(frame, asked));

function* searching(frame: SitingFrame, asked: FrameAsked): Generator<void, Proposal> {
  const proposals = proposing(frame, asked, { seed: 1 });
  const until = performance.now() + PATIENCE_MS;
  let best: Proposal | null = null;
  for (;;) {
    const { value, done } = proposals.next();
    if (done) return value;
    best = value ?? best;
    if (best && performance.now() > until) return best;
    yield;
  }
}
