import { unitOf } from '#lib/domain/siting/frame/frame-question.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatCount, formatDistance, formatNumber, formatPercent } from '#lib/format/number.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { timesTold } from '#lib/server/siting/times.ts';
import type { SitingView } from '#lib/view/siting-view.ts';
import { askedOf, frameOf, questionKey } from './asked.server.ts';

const words = implantation.times;

/** How much of what a question in minutes needs is told; `null` when kilometres are counted. */
function toldOf(data: Snapshot, view: SitingView, territory: Territory, today: string) {
  const frame = frameOf(data, view, territory, today);
  const { travel } = data;
  if (unitOf(frame) === 'metres' || !travel || !frame.times) return null;
  const limit = view.goal === 'farthest' ? frame.times.limit : askedOf(data, view).limit;
  return remember(
    data,
    'siting-told',
    questionKey(view, today),
    () => timesTold(data, frame, travel, limit),
    32,
  );
}

/** Whether some ways that a question in minutes needs are not told. */
export function isPartial(data: Snapshot, view: SitingView, territory: Territory, today: string): boolean {
  const told = toldOf(data, view, territory, today);
  return told !== null && told.told < told.near;
}

/** What a source of minutes does not tell of a question, in sentences; none when kilometres are counted. */
export function partialNotices(
  data: Snapshot,
  view: SitingView,
  territory: Territory,
  today: string,
): string[] {
  const told = toldOf(data, view, territory, today);
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
