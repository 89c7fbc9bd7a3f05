import { asc, desc, eq } from 'drizzle-orm';
import type { InhabitedPoints } from '../../../domain/access/demand/demand-points.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Database } from '../../db/client.ts';
import { inhabitedPoint, inhabitedSource } from '../../db/schema/travel.ts';

/** Inhabited points in use, and where they come from. */
export interface Inhabited {
  name: string;
  /** Communes that have some. */
  communes: number;
  points: InhabitedPoints;
}

/** The inhabited points brought in last; `null` when there are none. Those of communes that are gone are left out. */
export async function readInhabited(
  { query }: Pick<Database, 'query'>,
  territories: Territories,
): Promise<Inhabited | null> {
  const [source] = await query.select().from(inhabitedSource).orderBy(desc(inhabitedSource.id)).limit(1);
  if (!source) return null;
  const { commune, lon, lat, people } = inhabitedPoint;
  const rows = await query
    .select({ commune, lon, lat, people })
    .from(inhabitedPoint)
    .where(eq(inhabitedPoint.source, source.id))
    .orderBy(asc(inhabitedPoint.id));
  const placed = rows
    .flatMap((row) => {
      const { commune: code } = row;
      const ordinal = (territories.get('commune', code) ?? territories.successor(code))?.ordinal;
      return ordinal === undefined ? [] : [{ ...row, ordinal }];
    })
    .sort((a, b) => a.ordinal - b.ordinal);
  if (placed.length === 0) return null;
  return {
    name: source.name,
    communes: new Set(placed.map(({ ordinal }) => ordinal)).size,
    points: {
      communes: Int32Array.from(placed, ({ ordinal }) => ordinal),
      lons: Float64Array.from(placed, (row) => row.lon),
      lats: Float64Array.from(placed, (row) => row.lat),
      people: Float64Array.from(placed, (row) => row.people),
    },
  };
}
