import { Territories } from '../../domain/territory/territories.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territory, Zone } from '../../domain/territory/territory.ts';
import type { Database } from '../db/client.ts';
import { formerCode, territory } from '../db/schema/territories.ts';

/** The whole country in memory: about 37,000 territories, read in one go. */
export async function readTerritories(database: Pick<Database, 'query'>): Promise<Territories> {
  const rows = await database.query.select().from(territory);
  const former = await database.query.select().from(formerCode);
  return new Territories(
    rows.map((row): Territory => ({
      ...row,
      level: row.level as Level,
      zone: row.zone as Zone,
      bbox: row.bbox ? (row.bbox as [number, number, number, number]) : null,
    })),
    former,
  );
}
