import { fail } from '@sveltejs/kit';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { appDatabase, currentData, dataChanged } from '#lib/server/app.ts';
import { closedTo, handOfVisitor, refusal } from '#lib/server/guard.ts';
import { judgePairs } from '#lib/server/places/verdicts.ts';
import { countProposals, hasProposal, readProposals } from '#lib/server/queries/places/proposals.ts';
import { sourceName } from '#lib/server/queries/source-names.ts';
import type { Actions, PageServerLoad } from './$types';

/** Pairs on a page: as many as one judges before a break. */
const PAGE_SIZE = 10;

/** Pairs of places that look like one, for a person to judge. */
export const load: PageServerLoad = async (event) => {
  const database = appDatabase();
  const total = await countProposals(database);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const asked = Number(event.url.searchParams.get('p') ?? 1);
  const page = Number.isInteger(asked) ? Math.min(pages, Math.max(1, asked)) : 1;
  const pairs = await readProposals(database, { from: (page - 1) * PAGE_SIZE, most: PAGE_SIZE });
  const data = await currentData();
  return {
    closed: await closedTo(event, 'write-places'),
    total,
    page,
    pageSize: PAGE_SIZE,
    pairs: pairs.map(({ keys, places, likelihood, reasons }) => ({
      keys,
      likelihood,
      reasons,
      places: places.map((place) => ({
        id: place.id,
        name: place.name,
        structure: place.structure,
        address: [place.address, `${place.postcode} ${place.town}`.trim()].filter(Boolean).join(', '),
        services: place.services,
        hours: place.hours,
        pivot: place.pivot,
        phone: place.kind === 'france-services' ? place.phone : null,
        updated: place.updated,
        sources: place.sources.map((source) => sourceName(data, source)),
      })),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const refused = await refusal(event, 'write-places');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const form = await event.request.formData();
    const [first, second, verdict] = ['first', 'second', 'verdict'].map((name) =>
      String(form.get(name) ?? ''),
    );
    const database = appDatabase();
    if (!first || !second || !(await hasProposal(database, first, second)))
      return fail(409, { problem: gestion.duplicates.bad });
    const same = verdict === 'same';
    await judgePairs(database, [[first, second]], same, await handOfVisitor(event));
    await dataChanged();
    return { judged: gestion.duplicates.judged(same) };
  },
};
