import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { mayWrite } from '#lib/domain/strategy/access/may-write.ts';
import { reaches } from '#lib/domain/strategy/access/standing.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { isoDay } from '#lib/format/date.ts';
import { strategies as frame } from '#lib/messages/strategies.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { accountsExist, appDatabase, currentData } from '#lib/server/app.ts';
import { zoneCandidate, type GapCandidate } from '#lib/server/gaps/candidates.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { zoneSheets } from '#lib/server/gaps/zone-sheets.ts';
import { handOfVisitor, signInHref, visitorOf } from '#lib/server/guard.ts';
import { gapsOf, zonesWithin } from '#lib/server/queries/access/gaps.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { addItem } from '#lib/server/strategies/items.ts';
import { strategiesOf } from '#lib/server/strategies/list.ts';
import { readKept, readStrategies } from '#lib/server/strategies/read.ts';
import { standingOf } from '#lib/server/strategies/standing.ts';
import { readGapsView } from '#lib/view/gaps-view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const words = strategySteps.gaps;

/** Name of the parameter of the zone: the slug of its largest commune. The others are those of `/ecarts`. */
const ZONE = 'zone';

/** The zone of an address, as it is counted today; `null` where there is none such. */
function askedZone(data: Snapshot, url: URL): GapCandidate | null {
  const parameters = new URLSearchParams(url.searchParams);
  const slug = parameters.get(ZONE);
  parameters.delete(ZONE);
  const { view } = readGapsView(parameters);
  const { territory } = askedTerritory(data, view.within);
  if (!territory || slug === null) return null;
  const today = isoDay(new Date());
  const gaps = gapsOf(data, view, today);
  const communes = data.territories.all('commune');
  const zone = (zonesWithin(data, gaps, territory) ?? []).find((one) => {
    const main = communes[one.communes[0] ?? -1];
    return main !== undefined && slugOf('commune', main.code) === slug;
  });
  const [sheet] = zone ? zoneSheets(data, gaps, view, [zone], today) : [];
  return sheet ? zoneCandidate(sheet, view) : null;
}

/** The visitor, signed in or alone; others are sent to sign in. */
async function writer(event: Pick<RequestEvent, 'url' | 'cookies' | 'locals' | 'getClientAddress'>) {
  const visitor = await visitorOf(event);
  if (visitor.kind === 'member' || visitor.kind === 'single') return visitor;
  if (await accountsExist()) redirect(303, signInHref(event.url));
  error(403, frame.closed.single);
}

/** A zone of the page of gaps, and the strategies that it may be retained in. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const visitor = await writer(event);
  const data = await currentData();
  const zone = askedZone(data, event.url);
  if (!zone) error(404, words.gone);
  const database = appDatabase();
  const open = await readStrategies(database, await strategiesOf(database, visitor));
  const standings = await Promise.all(open.map(({ id }) => standingOf(database, id, visitor)));
  return {
    name: zone.name,
    measured: zone.measured,
    newId: randomUUID(),
    strategies: open
      .filter((_, at) => reaches(standings[at] ?? 'reader', 'editor'))
      .map(({ id, strategy }) => ({ id, name: strategy.name || frame.untitled })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const visitor = await writer(event);
    const form = await event.request.formData();
    const id = String(form.get('strategie') ?? '');
    const database = appDatabase();
    const standing = await standingOf(database, id, visitor);
    const kept = standing && (await readKept(database, id));
    if (!standing || !kept) error(404, frame.closed.unknown);
    if (!reaches(standing, 'editor')) error(403, frame.closed.less);
    const zone = askedZone(await currentData(), event.url);
    if (!zone) error(404, words.gone);
    const { communes, people, ...said } = zone;
    const hand = await handOfVisitor(event);
    await addItem(
      database,
      hand,
      id,
      {
        id: String(form.get('item') ?? '') || randomUUID(),
        kind: 'gap',
        under: kept.strategy.id,
        fields: {
          ...said,
          communes: communes.join(' '),
          people: people === null ? '' : String(people),
          day: isoDay(new Date()),
        },
      },
      (above, items) => mayWrite({ standing, organisation: hand.owner }, above, items),
    );
    redirect(303, `/strategies/${id}/ecarts`);
  },
};
