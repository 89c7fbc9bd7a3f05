import type { Area, Edge } from '../../charts/choropleth.ts';
import { boxAround } from '../../charts/projection.ts';
import { drawStandingMap } from '../../charts/standing-map.ts';
import type { Action } from '../../domain/strategy/model/strategy.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatIsoDate } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { rapport } from '../../messages/rapport.ts';
import type { SitesMap } from '../../strategy/report/report-drawings.ts';
import type { Database } from '../db/client.ts';
import { mapSubject } from '../queries/map-areas.ts';
import { readOutlines } from '../queries/outlines.ts';
import type { Snapshot } from '../queries/snapshot.ts';

const words = rapport.drawings;
const WIDTH = 640;
/** Said one by one in the text of the map; the lists of the sheets have them all. */
const MOST_SAID = 60;

interface Site {
  lon: number;
  lat: number;
  text: string;
  name: string;
}

/** Sites with a position that actions open, and places that they hold, numbered as their actions. */
function sitesOf(data: Snapshot, actions: readonly Action[]): Site[] {
  const places = new Map(data.places.map((place) => [place.id, place]));
  return actions.flatMap(({ counted, scenario, places: held }, at): Site[] => {
    const text = formatNumber(at + 1);
    const opened = counted && 'sites' in counted && counted.query === scenario ? counted.sites : [];
    const existing = held.flatMap((id) => places.get(id) ?? []);
    return [...opened, ...existing].flatMap(({ lon, lat, name }) =>
      lon === null || lat === null ? [] : [{ lon, lat, text, name }],
    );
  });
}

/** The map of what actions open or hold; `null` when nothing has a position. `day` is an ISO day. */
export async function sitesMap(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  territory: Territory | undefined,
  actions: readonly Action[],
  day: string,
): Promise<SitesMap | null> {
  const sites = sitesOf(data, actions);
  if (sites.length === 0 || !territory) return null;
  const { level, territories, detail, parent } = mapSubject(data, territory);
  const codes = territories.map(({ code }) => code);
  const [outlines, around] = await Promise.all([
    readOutlines(database, level, detail, codes),
    parent && parent.level !== 'france' ? readOutlines(database, parent.level, 'local', [parent.code]) : null,
  ]);
  const areas = codes.flatMap((code): Area[] => {
    const outline = outlines.get(code);
    return outline ? [{ outline, fill: 'land' }] : [];
  });
  const edge = parent && around?.get(parent.code);
  const edges: Edge[] = edge ? [{ outline: edge, role: 'parent' }] : [];
  const box = boxAround(territories.map(({ bbox }) => bbox)) ?? [0, 0, 1, 1];
  const said = sites.slice(0, MOST_SAID).map(({ text, name }) => words.site(text, name));
  return {
    figure: drawStandingMap({
      box,
      width: WIDTH,
      areas,
      edges,
      colours: [],
      marks: sites.map(({ lon, lat, text }) => ({ lon, lat, text, isClosed: false })),
    }),
    title: words.sites,
    label: words.sitesAlt(said.join(' ; ')),
    note: words.sitesNote(formatIsoDate(day)),
    expected: territories.length,
    drawn: areas.length,
  };
}
