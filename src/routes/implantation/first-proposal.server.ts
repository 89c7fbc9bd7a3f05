import type { Proposal } from '#lib/domain/siting/frame/proposal.ts';
import { proposing } from '#lib/domain/siting/frame/proposing.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { firstAnswer } from '#lib/server/siting/first-answer.ts';
import type { SitingView } from '#lib/view/siting-view.ts';
import { askedOf, frameOf, questionKey } from './asked.server.ts';

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
    () =>
      firstAnswer(() => proposing(frameOf(data, view, territory, today), askedOf(data, view), { seed: 1 })),
    32,
  );
