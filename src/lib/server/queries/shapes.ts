import { and, eq, sql } from 'drizzle-orm';
import type { Shapes } from '../../domain/editions/shapes-change.ts';
import type { ZoneKind } from '../../domain/zones/zone.ts';
import type { Database } from '../db/client.ts';
import { outline } from '../db/schema/territories.ts';
import { zone } from '../db/schema/zones.ts';

/** The shapes of the communes as they are drawn. */
export async function communeShapes({ query }: Pick<Database, 'query'>): Promise<Shapes> {
  const rows = await query
    .select({ code: outline.code, drawn: sql<string>`md5(${outline.geometry})` })
    .from(outline)
    .where(and(eq(outline.level, 'commune'), eq(outline.detail, 'local')));
  return new Map(rows.map(({ code, drawn }) => [code, { drawn, said: '' }]));
}

/** The shapes of the zones of a kind. */
export async function zoneShapes({ query }: Pick<Database, 'query'>, kind: ZoneKind): Promise<Shapes> {
  const rows = await query
    .select({
      code: zone.code,
      drawn: sql<string>`md5(${zone.outline})`,
      said: sql<string>`md5(row(${zone.name}, ${zone.communes}, ${zone.population})::text)`,
    })
    .from(zone)
    .where(eq(zone.kind, kind));
  return new Map(rows.map(({ code, ...shape }) => [code, shape]));
}
