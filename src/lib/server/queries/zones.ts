import { and, eq, inArray, sql } from 'drizzle-orm';
import { ZONE_SOURCES } from '../../domain/zones/zone-source.ts';
import type { Polygons, Zone, ZoneKind } from '../../domain/zones/zone.ts';
import type { Database } from '../db/client.ts';
import { zone } from '../db/schema/zones.ts';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

/** What is told of a zone without its outline. */
const described = {
  code: zone.code,
  name: zone.name,
  communes: zone.communes,
  population: zone.population,
  areaKm2: zone.areaKm2,
  lon: zone.lon,
  lat: zone.lat,
  bbox: zone.bbox,
};

type Row = Omit<Zone, 'kind' | 'bbox'> & { bbox: number[] };

const toZone = (kind: ZoneKind, { bbox, ...row }: Row): Zone => ({
  ...row,
  kind,
  bbox: bbox as unknown as Zone['bbox'],
});

/** Every zone of a kind by its code, without its outline: 1,600 priority neighbourhoods, 49,000 IRIS. */
export async function zonesByCode(
  database: Pick<Database, 'query'>,
  kind: ZoneKind,
): Promise<Map<string, Zone>> {
  const rows = await database.query
    .select(described)
    .from(zone)
    .where(eq(zone.kind, kind))
    .orderBy(zone.code);
  return new Map(rows.map((row) => [row.code, toZone(kind, row)]));
}

/** The outlines of some zones of a kind, by code. */
export async function readZoneOutlines(
  database: Pick<Database, 'query'>,
  kind: ZoneKind,
  codes: readonly string[],
): Promise<Map<string, Polygons>> {
  if (codes.length === 0) return new Map();
  const rows = await database.query
    .select({ code: zone.code, outline: zone.outline })
    .from(zone)
    .where(and(eq(zone.kind, kind), inArray(zone.code, [...codes])));
  return new Map(rows.map((row) => [row.code, JSON.parse(row.outline) as Polygons]));
}

/** A zone with its outline. */
export interface OutlinedZone {
  zone: Zone;
  polygons: Polygons;
}

/** The zones of a kind whose box meets another: west, south, east, north. */
export async function zonesInBox(
  database: Pick<Database, 'query'>,
  kind: ZoneKind,
  [west, south, east, north]: Zone['bbox'],
): Promise<OutlinedZone[]> {
  const { bbox } = zone;
  const rows = await database.query
    .select({ ...described, outline: zone.outline })
    .from(zone)
    .where(
      and(
        eq(zone.kind, kind),
        sql`${bbox}[1] <= ${east} and ${bbox}[3] >= ${west} and ${bbox}[2] <= ${north} and ${bbox}[4] >= ${south}`,
      ),
    )
    .orderBy(zone.code);
  return rows.map(({ outline: text, ...row }) => ({
    zone: toZone(kind, row),
    polygons: JSON.parse(text) as Polygons,
  }));
}

/**
 * The priority neighbourhoods of the data in use, in the order of their codes, kept with it; `null` when
 * no file of them was ever loaded.
 */
export async function neighbourhoodsOf(
  database: Pick<Database, 'query'>,
  data: Snapshot,
): Promise<readonly Zone[] | null> {
  if (!data.versions.has(ZONE_SOURCES.qpv)) return null;
  return remember(data, 'neighbourhoods', '', async () => [...(await zonesByCode(database, 'qpv')).values()]);
}
