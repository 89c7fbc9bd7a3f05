import { helpOfZones, type ZoneHelp } from '../../domain/zones/zone-help.ts';
import type { Zone } from '../../domain/zones/zone.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Database } from '../db/client.ts';
import { reachOf, type AskedFilter } from '../queries/access/reach.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { neighbourhoodsOf, readZoneOutlines } from '../queries/zones.ts';

/** A priority neighbourhood and the places of help around it. */
export interface HelpedZone {
  zone: Zone;
  help: ZoneHelp;
}

/** What is known of the priority neighbourhoods of a territory. */
export interface ZonesAnswer {
  /** Those where a place is lacking first, then by name. */
  zones: HelpedZone[];
  /** Places of the territory that are known to their commune only: asked about nowhere. */
  unplaced: number;
}

/** The priority neighbourhoods that lie in a territory, wholly or in part; `null` when none were loaded. */
export async function neighbourhoodsWithin(
  database: Pick<Database, 'query'>,
  data: Snapshot,
  territory: Territory,
): Promise<Zone[] | null> {
  const all = await neighbourhoodsOf(database, data);
  if (all === null) return null;
  const { level, code } = territory;
  const codes =
    level === 'arrondissement' || level === 'commune'
      ? new Set([code])
      : new Set(data.territories.communes(territory).map((one) => one.code));
  return all.filter(({ communes }) => communes.some((one) => codes.has(one)));
}

/** The same with the places of a filter in and around each; `null` when none were loaded. */
export async function zonesAnswer(
  database: Pick<Database, 'query'>,
  data: Snapshot,
  territory: Territory,
  filter: AskedFilter,
): Promise<ZonesAnswer | null> {
  const zones = await neighbourhoodsWithin(database, data, territory);
  if (zones === null) return null;
  const outlines = await readZoneOutlines(
    database,
    'qpv',
    zones.map(({ code }) => code),
  );
  const { places, byCommune } = reachOf(data, filter);
  const points = places.flatMap(({ lon, lat, position }) =>
    position === 'given' && lon !== null && lat !== null ? [{ lon, lat }] : [],
  );
  const drawn = zones.flatMap((zone) => {
    const polygons = outlines.get(zone.code);
    return polygons ? [{ zone, polygons }] : [];
  });
  const help = helpOfZones(drawn, points);
  const answered = drawn.map(({ zone }, at): HelpedZone => ({ zone, help: help[at] as ZoneHelp }));
  const communes = new Set(zones.flatMap((zone) => zone.communes));
  const unplaced = [...communes].reduce(
    (sum, code) => sum + (byCommune.get(code) ?? []).filter((at) => places[at]?.position !== 'given').length,
    0,
  );
  return { zones: answered.sort(lackingFirst), unplaced };
}

/** How much is lacking: nothing within the longer walk, then within the shorter, then inside. */
const lack = ({ walk, near, inside }: ZoneHelp): number =>
  walk === 0 ? 0 : near === 0 ? 1 : inside === 0 ? 2 : 3;

const lackingFirst = (a: HelpedZone, b: HelpedZone): number =>
  lack(a.help) - lack(b.help) ||
  a.zone.name.localeCompare(b.zone.name, 'fr') ||
  (a.zone.code < b.zone.code ? -1 : 1);
