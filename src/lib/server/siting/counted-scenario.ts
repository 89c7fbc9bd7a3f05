import type {
  CountedScenario,
  CountedSite,
  UncountedScenario,
} from '../../domain/strategy/model/counted-scenario.ts';
import type { AddedSite } from '../../domain/siting/hand/edits.ts';
import { givenBy } from '../../domain/siting/hand/supply.ts';
import { spotName } from '../../siting/spot-names.ts';
import { isHandQuery } from '../../view/hand-view.ts';
import type { Database } from '../db/client.ts';
import { loadedSources } from '../export/loaded-sources.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { comparedScenario, type ComparedScenario } from './scenario.ts';

/**
 * What a scenario of either kind gives, to be kept with an action: the people that it newly reaches, its sites,
 * its cost, and the editions that it was counted on; or why it is not counted. `today` is an ISO day.
 */
export async function countScenario(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  query: string,
  today: string,
): Promise<CountedScenario | UncountedScenario> {
  const answered = await comparedScenario(data, database, { name: '', query }, today);
  if ('excess' in answered) return { query, day: today, problem: answered.excess };
  const { people } = answered.answer.figures;
  return {
    query,
    day: today,
    territory: answered.place,
    question: answered.question,
    people: {
      all: Math.round(people.all),
      before: Math.round(people.before),
      after: Math.round(people.after),
      gained: Math.round(people.gained),
    },
    sites: answered.view.edits.added.map((site) => siteOf(data, answered, site, isHandQuery(query))),
    cost: Number.isFinite(answered.answer.cost) ? Math.round(answered.answer.cost) : 0,
    sources: loadedSources(data, PLACE_SOURCES).map(({ title, edition }) => `${title}, ${edition}`),
  };
}

/** A site by name and place; its hours only where a hand gave them. */
function siteOf(
  data: Snapshot,
  { answer, view }: ComparedScenario,
  site: AddedSite,
  timed: boolean,
): CountedSite {
  const { where } = site;
  const spot = answer.finder.find(where, answer.located);
  const commune =
    where.kind === 'commune'
      ? where.code
      : where.kind === 'place'
        ? (data.places.find(({ id }) => id === where.id)?.commune ?? null)
        : (answer.located[`${where.lon.toFixed(5)}_${where.lat.toFixed(5)}`] ?? null);
  return {
    name: spotName(where, answer.names, answer.located, answer),
    commune,
    lon: spot ? Number(spot.lon.toFixed(5)) : null,
    lat: spot ? Number(spot.lat.toFixed(5)) : null,
    hours: timed ? Number(givenBy(site, view.defaults).toFixed(1)) : null,
  };
}
