import { and, eq } from 'drizzle-orm';
import { decodeColumn } from '../../domain/indicators/column-file.ts';
import type { Column } from '../../domain/indicators/column.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Database } from '../db/client.ts';
import { indicatorColumn } from '../db/schema/datasets.ts';

export interface StoredColumn {
  hash: string;
  bytes: Uint8Array;
}

/** The column file of an indicator at a level; `null` when there is none. */
export async function readColumnFile(
  database: Pick<Database, 'query'>,
  indicator: string,
  level: Level,
): Promise<StoredColumn | null> {
  const [row] = await database.query
    .select({ hash: indicatorColumn.hash, bytes: indicatorColumn.bytes })
    .from(indicatorColumn)
    .where(and(eq(indicatorColumn.indicator, indicator), eq(indicatorColumn.level, level)));
  return row ?? null;
}

/** The same, decoded. */
export async function readColumn(
  database: Pick<Database, 'query'>,
  indicator: string,
  level: Level,
): Promise<Column | null> {
  const stored = await readColumnFile(database, indicator, level);
  return stored && decodeColumn(stored.bytes);
}

/** Every column file in use, by `indicator/level`. */
export async function readColumnFiles(database: Pick<Database, 'query'>): Promise<Map<string, StoredColumn>> {
  const { indicator, level, hash, bytes } = indicatorColumn;
  const rows = await database.query.select({ indicator, level, hash, bytes }).from(indicatorColumn);
  return new Map(rows.map((row) => [`${row.indicator}/${row.level}`, { hash: row.hash, bytes: row.bytes }]));
}
