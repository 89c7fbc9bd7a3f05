import { randomUUID } from 'node:crypto';
import { formatIsoDate, isoDay } from '#lib/format/date.ts';
import { formatCount, formatDistance } from '#lib/format/number.ts';
import { gapCandidates } from '#lib/server/gaps/candidates.ts';
import { DEFAULT_GAPS_VIEW, gapsAddress } from '#lib/view/gaps-view.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { stepActions } from '../step-actions.server.ts';
import { itemsOf, openStep } from '../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const words = strategySteps.gaps;

/** The gaps that were retained, and those that today's data propose. */
export const load: PageServerLoad = async (event) => {
  const { opened, data, shown } = await openStep(event, 'gaps');
  const { strategy } = opened.kept;
  const today = isoDay(new Date());
  const territory = data.territories.bySlug(strategy.territory);
  const held = new Set(strategy.gaps.map(({ kind, query, name }) => `${kind}/${query}/${name}`));
  const candidates =
    territory && shown.root.mayWrite
      ? await remember(data, 'gap-candidates', `${strategy.territory}/${today}`, () =>
          gapCandidates(data, territory, today),
        )
      : [];
  const gaps = new Map(strategy.gaps.map((gap) => [gap.id, gap]));
  return {
    ...shown,
    gaps: itemsOf(opened, 'gap').map((item) => ({
      item,
      people: peopleText(gaps.get(item.id)?.people ?? null),
      day: item.fields.day ? words.measuredOn(formatIsoDate(item.fields.day)) : '',
      communes: (gaps.get(item.id)?.communes ?? []).map(
        (code) => data.territories.get('commune', code)?.name ?? code,
      ),
    })),
    limit: formatDistance(DEFAULT_GAPS_VIEW.limit * 1_000),
    candidates: candidates
      .filter(({ kind, query, name }) => !held.has(`${kind}/${query}/${name}`))
      .map(({ name, kind, query, communes, people, measured }) => ({
        id: randomUUID(),
        href: `/ecarts?${query}`,
        measured,
        people: peopleText(people),
        fields: {
          name,
          kind,
          query,
          communes: communes.join(' '),
          people: people === null ? '' : String(people),
          measured,
          day: today,
        },
      })),
    explore: gapsAddress({ ...DEFAULT_GAPS_VIEW, within: strategy.territory }),
  };
};

const peopleText = (people: number | null): string =>
  people === null ? words.unknown : formatCount(people, 'personne');

export const actions: Actions = stepActions;
