import type { MultiPolygon, Polygon } from 'geojson';
import type { Territory } from '../../../domain/territory/territory.ts';
import { slugOf } from '../../../domain/territory/slug.ts';
import type { Database } from '../../db/client.ts';
import { readOutlines } from '../../queries/outlines.ts';

/** More territories than this are drawn by the coarser outlines. */
const FINE_LIMIT = 200;

/** The outlines of territories of one or several levels, by slug; `among` is how many go with them. */
export async function outlinesOf(
  database: Pick<Database, 'query'>,
  territories: readonly Territory[],
  among = territories.length,
): Promise<Map<string, Polygon | MultiPolygon>> {
  const detail = among > FINE_LIMIT ? 'national' : 'local';
  const outlines = new Map<string, Polygon | MultiPolygon>();
  for (const level of new Set(territories.map((one) => one.level))) {
    const codes = territories.filter((one) => one.level === level).map(({ code }) => code);
    for (const [code, outline] of await readOutlines(database, level, detail, codes))
      outlines.set(slugOf(level, code), outline);
  }
  return outlines;
}
