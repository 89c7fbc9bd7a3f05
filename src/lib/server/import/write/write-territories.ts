import { inArray } from 'drizzle-orm';
import { emptyColumn, setCell } from '../../../domain/indicators/column.ts';
import { ABSENT, known } from '../../../domain/indicators/value.ts';
import { PLACE_SOURCES } from '../../../domain/report/help.ts';
import { Territories } from '../../../domain/territory/territories.ts';
import type { Query } from '../../db/client.ts';
import { indicatorColumn } from '../../db/schema/datasets.ts';
import { place, placeRecord } from '../../db/schema/places.ts';
import { formerCode, outline, territory } from '../../db/schema/territories.ts';
import { tileset } from '../../db/schema/tiles.ts';
import { zone } from '../../db/schema/zones.ts';
import { inBatches } from '../../db/batches.ts';
import type { SettledColumn } from '../settle.ts';
import type { StagedCog } from '../sources/territory/cog-2026.ts';

/**
 * Replaces the territories. Everything that stood in the order of the former ones goes with them:
 * the caller loads every other source again in the same transaction.
 */
export async function writeTerritories(tx: Query, staged: StagedCog): Promise<Territories> {
  for (const table of [indicatorColumn, outline, tileset, zone, place, formerCode, territory])
    await tx.delete(table);
  // What people entered and imported is in no file: it stays.
  await tx.delete(placeRecord).where(inArray(placeRecord.source, [...PLACE_SOURCES]));
  for (const batch of inBatches(staged.territories, 3_000)) await tx.insert(territory).values([...batch]);
  for (const batch of inBatches(staged.formers, 10_000)) await tx.insert(formerCode).values([...batch]);
  return new Territories(staged.territories, staged.formers);
}

/** The municipal populations that come with the COG, as columns. */
export function populationColumns(territories: Territories): SettledColumn[] {
  return (['commune', 'arrondissement'] as const).map((level) => {
    const all = territories.all(level);
    const column = emptyColumn(all.length);
    for (const { ordinal, population } of all)
      setCell(column, ordinal, population === null ? ABSENT : known(population));
    return { indicator: 'population', level, column };
  });
}
