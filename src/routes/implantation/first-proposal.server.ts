import type { FrameAsked } from '#lib/domain/siting/frame/frame-question.ts';
import type { Proposal } from '#lib/domain/siting/frame/proposal.ts';
import { proposing } from '#lib/domain/siting/frame/proposing.ts';
import type { SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { inSlices } from '#lib/server/queries/in-slices.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { SitingView } from '#lib/view/siting-view.ts';
import { askedOf, frameOf, questionKey } from './asked.server.ts';

/** Milliseconds that the server searches before it answers: the browser goes on from there. */
const PATIENCE_MS = 300;

/** The best proposal found while a page can be waited for, kept as long as the data; the first one takes what it takes. */
export const proposalOf = (
  data: Snapshot,
  view: SitingView,
  territory: Territory,
  today: string,
): Promise<Proposal> =>
  remember(
    data,
    'siting-proposal',
    questionKey(view, today),
    () => inTurn(() => inSlices(searching(frameOf(data, view, territory, today), askedOf(data, view)))),
    32,
  );

/** The search under way: a frame is hundreds of megabytes, so that one is held at a time. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(search: () => Promise<T>): Promise<T> {
  const own = turn.then(search, search);
  turn = own.catch(() => undefined);
  return own;
}

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
