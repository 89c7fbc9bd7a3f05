import type { Proposal } from '../../domain/siting/frame/proposal.ts';
import { proposing } from '../../domain/siting/frame/proposing.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { remember } from '../queries/memo.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { firstAnswer } from './first-answer.ts';
import type { SitingView } from '../../view/siting-view.ts';
import { askedOf, frameOf, questionKey } from './asked.ts';

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
