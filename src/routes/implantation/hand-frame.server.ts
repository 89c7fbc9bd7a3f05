import type { HandFrame } from '#lib/domain/siting/hand/hand-frame.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { handFrame } from '#lib/server/siting/hand-frame.ts';
import type { SitingView } from '#lib/view/siting-view.ts';
import { excessOf } from './asked.server.ts';
import { frameQuery, frameReach } from './frame-query.ts';

/** Frames kept: one is a megabyte or two. */
const KEPT = 8;

/** Why a scenario is more than a page can wait for, in French; `null` when it is not. */
export const handExcess = (data: Snapshot, question: SitingView, territory: Territory): string | null =>
  excessOf(data, { ...question, goal: 'cover', budget: null }, territory);

/** The frame of a question, kept as long as the data; `today` is an ISO day. */
export const handFrameOf = (
  data: Snapshot,
  question: SitingView,
  territory: Territory,
  today: string,
): HandFrame =>
  remember(
    data,
    'hand-frame',
    `${frameQuery(question)}/${today}`,
    () => handFrame(data, question, territory, 1_000 * frameReach(question), today),
    KEPT,
  );
