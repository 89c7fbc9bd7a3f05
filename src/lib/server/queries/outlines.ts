import { and, eq, inArray } from 'drizzle-orm';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Level } from '../../domain/territory/level.ts';
import type { Database } from '../db/client.ts';
import { outline } from '../db/schema/territories.ts';

export type OutlineDetail = 'national' | 'local';

/** The outlines of some territories (all of a level without `codes`), by code. */
export async function readOutlines(
  database: Pick<Database, 'query'>,
  level: Level,
  detail: OutlineDetail,
  codes?: readonly string[],
): Promise<Map<string, Polygon | MultiPolygon>> {
  const rows = await database.query
    .select({ code: outline.code, geometry: outline.geometry })
    .from(outline)
    .where(
      and(
        eq(outline.level, level),
        eq(outline.detail, detail),
        codes === undefined ? undefined : inArray(outline.code, [...codes]),
      ),
    );
  return new Map(rows.map((row) => [row.code, JSON.parse(row.geometry) as Polygon | MultiPolygon]));
}
