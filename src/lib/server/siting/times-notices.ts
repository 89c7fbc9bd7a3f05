import type { Proposal } from '../../domain/siting/frame/proposal.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatCount, formatDistance, formatNumber, formatPercent } from '../../format/number.ts';
import { implantation } from '../../messages/implantation.ts';
import { remember } from '../queries/memo.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { timesTold } from './times.ts';
import type { SitingView } from '../../view/siting-view.ts';
import { askedOf, frameOf, questionKey } from './asked.ts';

const words = implantation.times;

/** What was answered to a question, on an ISO day. */
interface Answered {
  today: string;
  proposal: Pick<Proposal, 'farthest'>;
}

/** How much of what a question in minutes needs is told; `null` when kilometres are counted. */
function toldOf(data: Snapshot, view: SitingView, territory: Territory, { today, proposal }: Answered) {
  const frame = frameOf(data, view, territory, today);
  const { travel } = data;
  const { times } = frame;
  if (!travel || !times) return null;
  // Ways longer than those of the one served worst would change nothing.
  const asked = askedOf(data, view).limit;
  const limit = Math.min(times.limit, Math.max(asked, proposal.farthest?.cost ?? asked));
  return remember(
    data,
    'siting-told',
    `${questionKey(view, today)}/${limit}`,
    () => timesTold(data, frame, travel, limit),
    32,
  );
}

/** Whether some ways that a question in minutes needs are not told. */
export function isPartial(
  data: Snapshot,
  view: SitingView,
  territory: Territory,
  answered: Answered,
): boolean {
  const told = toldOf(data, view, territory, answered);
  return told !== null && told.told < told.near;
}

/** What a source of minutes does not tell of a question, in sentences; none when kilometres are counted. */
export function partialNotices(
  data: Snapshot,
  view: SitingView,
  territory: Territory,
  answered: Answered,
): string[] {
  const told = toldOf(data, view, territory, answered);
  if (!told || told.told >= told.near) return [];
  const { silent, silentCandidates } = told;
  const needsCommunes = view.candidates !== 'premises' && data.travel?.toCommunes === null;
  return [
    ...(needsCommunes ? [words.noCommunes] : []),
    words.partial(formatPercent((100 * told.told) / told.near), formatDistance(told.metres)),
    ...(silent.communes > 0
      ? [
          words.silentCommunes(
            formatCount(silent.communes, 'commune'),
            formatCount(Math.round(silent.people), 'personne'),
          ),
        ]
      : []),
    ...(silentCandidates > 0 && !needsCommunes
      ? [words.silentCandidates(formatNumber(silentCandidates), formatNumber(told.candidates))]
      : []),
  ];
}
