import { count, eq, max } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { datasetVersion, indicatorColumn, refusedRow } from '../db/schema/datasets.ts';
import { placeRevision } from '../db/schema/places.ts';
import { tileset } from '../db/schema/tiles.ts';

export type DatasetVersion = typeof datasetVersion.$inferSelect;

/** The version in use of each source, in no particular order. */
export async function currentVersions(database: Pick<Database, 'query'>): Promise<DatasetVersion[]> {
  return database.query.select().from(datasetVersion).where(eq(datasetVersion.current, true));
}

/** Whether no source was ever loaded. */
export async function dataIsEmpty(database: Pick<Database, 'query'>): Promise<boolean> {
  const [row] = await database.query.select({ n: count() }).from(datasetVersion);
  return (row?.n ?? 0) === 0;
}

/** How far the data has come: either number rises when what readers hold in memory is out of date. */
export interface DataRevision {
  /** Loads of sources so far. */
  loads: number;
  /** Changes of places so far. */
  changes: number;
}

export async function dataRevision({ query }: Pick<Database, 'query'>): Promise<DataRevision> {
  const [load] = await query.select({ id: max(datasetVersion.id) }).from(datasetVersion);
  const [change] = await query.select({ id: max(placeRevision.id) }).from(placeRevision);
  return { loads: load?.id ?? 0, changes: change?.id ?? 0 };
}

export type RefusedRow = typeof refusedRow.$inferSelect;

/** Rows that a version did not keep, in file order. */
export async function refusedRows(
  database: Pick<Database, 'query'>,
  version: number,
  limit = 200,
): Promise<RefusedRow[]> {
  return database.query
    .select()
    .from(refusedRow)
    .where(eq(refusedRow.version, version))
    .orderBy(refusedRow.line, refusedRow.id)
    .limit(limit);
}

export interface ColumnSummary {
  indicator: string;
  level: string;
  hash: string;
  counts: Record<string, number>;
  version: number;
}

/** Every column in use with its counts by state, without its bytes. */
export async function columnSummaries(database: Pick<Database, 'query'>): Promise<ColumnSummary[]> {
  const { indicator, level, hash, counts, version } = indicatorColumn;
  return database.query.select({ indicator, level, hash, counts, version }).from(indicatorColumn);
}

/** The tiles in use; `null` before the outlines are loaded. */
export async function currentTileset(
  database: Pick<Database, 'query'>,
): Promise<typeof tileset.$inferSelect | null> {
  const [row] = await database.query.select().from(tileset).limit(1);
  return row ?? null;
}
