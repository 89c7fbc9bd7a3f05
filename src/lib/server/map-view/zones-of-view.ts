import type { MultiPolygon } from 'geojson';
import { boxAround } from '../../charts/projection.ts';
import type { ZoneMark } from '../../charts/zone-drawing.ts';
import { greatCircle } from '../../domain/access/sphere.ts';
import { ZONE_SOURCES } from '../../domain/zones/zone-source.ts';
import type { Polygons, Zone, ZoneKind } from '../../domain/zones/zone.ts';
import { carteImage as words } from '../../messages/carte-image.ts';
import { zones as zoneWords } from '../../messages/zones.ts';
import type { MapView } from '../../view/map-view.ts';
import type { Database } from '../db/client.ts';
import { neighbourhoodsOf, readZoneOutlines, zonesInBox } from '../queries/zones.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { Frame } from './frame.ts';

/** Ground under a pixel, metres, from which half a kilometre is too small an outline: the zoom at which the live map draws points. */
const OUTLINED_UNDER = 60;

/** The neighbourhoods that a view asks for, and what must be said of them in words. */
export interface ViewZones {
  marks: ZoneMark[];
  /** Where those drawn come from, and why others are not, a sentence each. */
  notes: string[];
}

/** The neighbourhoods of a view, in what it frames, for a drawing so many pixels wide. */
export async function zonesOfView(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  view: MapView,
  { around, territories }: Frame,
  width: number,
): Promise<ViewZones> {
  const box = boxAround(territories.map(({ bbox }) => bbox));
  const found: ViewZones = { marks: [], notes: [] };
  if (!box) return found;
  const middle = (box[1] + box[3]) / 2;
  const close = greatCircle(box[0], middle, box[2], middle) / width < OUTLINED_UNDER;
  const communes = around && new Set(data.territories.communes(around).map(({ code }) => code));
  const framed = ({ communes: own }: Zone): boolean => !communes || own.some((code) => communes.has(code));
  for (const kind of view.zones) {
    const version = data.versions.get(ZONE_SOURCES[kind]);
    if (!version) {
      found.notes.push(words.zones.missing(zoneWords.map.show[kind]));
    } else if (kind === 'iris' && !close) {
      found.notes.push(words.zones.tooFar);
    } else {
      const { title, producer, edition } = version;
      found.marks.push(...(await READERS[kind](database, data, { box, framed, close })));
      found.notes.push(`${zoneWords.map.attribution(title, producer, edition)}.`);
    }
  }
  return found;
}

interface Framing {
  box: Zone['bbox'];
  framed: (zone: Zone) => boolean;
  close: boolean;
}

const READERS: Readonly<
  Record<
    ZoneKind,
    (database: Pick<Database, 'query'>, data: Snapshot, framing: Framing) => Promise<ZoneMark[]>
  >
> = {
  async qpv(database, data, { framed, close }) {
    const zones = ((await neighbourhoodsOf(database, data)) ?? []).filter(framed);
    const codes = close ? zones.map(({ code }) => code) : [];
    const outlines = await readZoneOutlines(database, 'qpv', codes);
    return zones.map((zone) => markOf(zone, outlines.get(zone.code)));
  },
  async iris(database, _, { box, framed }) {
    const zones = await zonesInBox(database, 'iris', box);
    return zones.filter(({ zone }) => framed(zone)).map(({ zone, polygons }) => markOf(zone, polygons));
  },
};

const markOf = ({ kind, lon, lat }: Zone, polygons: Polygons | undefined): ZoneMark => ({
  kind,
  lon,
  lat,
  outline: polygons ? ({ type: 'MultiPolygon', coordinates: polygons } as unknown as MultiPolygon) : null,
});
