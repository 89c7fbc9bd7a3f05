import type { HandFrame } from '../../domain/siting/hand/hand-frame.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { remember } from '../queries/memo.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { handFrame } from './hand-frame.ts';
import type { SitingView } from '../../view/siting-view.ts';
import { excessOf } from './asked.ts';
import { frameQuery, frameReach } from '../../siting/frame-query.ts';

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
