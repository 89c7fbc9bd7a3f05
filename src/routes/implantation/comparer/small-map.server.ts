import type { Edge } from '#lib/charts/choropleth.ts';
import { fillOf } from '#lib/charts/fills.ts';
import { boxAround, type Box } from '#lib/charts/projection.ts';
import { drawStandingMap, type StandingMap } from '#lib/charts/standing-map.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { appDatabase } from '#lib/server/app.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { Painting } from '#lib/map/painting.ts';
import { paintStanding } from '../siting-painting.ts';
import type { ComparedScenario } from '#lib/server/siting/scenario.ts';

const words = implantation.compare;

/** Pixels of a small map: the same for all of a sheet. */
const WIDTH = 420;
/** More communes than this are drawn with the national outlines; more than the other, not at all. */
const FINE_LIMIT = 1_000;
const MOST_COMMUNES = 6_000;
/** More numbers than this hide the map. */
const MOST_NUMBERS = 60;

/** Communes of a scenario by who is reached. */
export const scenarioPainting = (data: Snapshot, { standing }: ComparedScenario): Painting =>
  paintStanding(
    { demand: { communes: standing.communes } },
    standing,
    data.territories.all('commune').length,
  );

/** Why there is no small map of a territory, in French; `null` when there is one. */
export function noMapOf(data: Snapshot, { territory }: ComparedScenario): string | null {
  if (!data.tileset) return words.noOutlines;
  return data.territories.communes(territory).length > MOST_COMMUNES ? words.noMap : null;
}

/** The whole message of a small map, for those who do not see it. */
export function smallMapText(data: Snapshot, scenario: ComparedScenario): string {
  const { counts } = scenarioPainting(data, scenario).classification;
  const [reached = '', gained = '', left = ''] = counts.map((count) => formatCount(count, 'commune'));
  const sites = formatCount(scenario.view.edits.added.length, words.site, words.sitesOnMap);
  return words.mapAlt(scenario.name, reached, gained, left, sites);
}

/** Draws a scenario: its communes by who is reached, its sites numbered, what closes crossed out; `null` without outlines. */
export async function smallMap(data: Snapshot, scenario: ComparedScenario): Promise<StandingMap | null> {
  const { territory, answer, view } = scenario;
  const communes = data.territories.communes(territory);
  const box: Box | null = boxAround(communes.map(({ bbox }) => bbox));
  if (!box) return null;
  const database = appDatabase();
  const detail = communes.length > FINE_LIMIT ? 'national' : 'local';
  const [outlines, own] = await Promise.all([
    readOutlines(
      database,
      'commune',
      detail,
      communes.map(({ code }) => code),
    ),
    territory.level === 'france' || territory.level === 'commune'
      ? null
      : readOutlines(database, territory.level, 'local', [territory.code]),
  ]);
  const { classification, colours } = scenarioPainting(data, scenario);
  const edge = own?.get(territory.code);
  const edges: Edge[] = edge ? [{ outline: edge, role: 'parent' }] : [];
  const { finder, located } = answer;
  const sites = view.edits.added.flatMap(({ where }, rank) => {
    const at = finder.find(where, located);
    return at
      ? [
          {
            lon: at.lon,
            lat: at.lat,
            text: rank < MOST_NUMBERS ? formatNumber(rank + 1) : '',
            isClosed: false,
          },
        ]
      : [];
  });
  const closed = view.edits.places.flatMap(({ id, closed: isClosed }) => {
    const at = isClosed ? finder.find({ kind: 'place', id }, located) : null;
    return at ? [{ lon: at.lon, lat: at.lat, text: '', isClosed: true }] : [];
  });
  return drawStandingMap({
    box,
    width: WIDTH,
    areas: communes.flatMap(({ code, ordinal }) => {
      const outline = outlines.get(code);
      return outline ? [{ outline, fill: fillOf(classification, ordinal) }] : [];
    }),
    edges,
    colours,
    marks: [...closed, ...sites].filter(({ lon }) => !Number.isNaN(lon)),
  });
}
