import { gunzipSync, gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import type { TableRows } from '../../domain/tables/join/join-rows.ts';
import type { TableReading } from '../../domain/tables/reading.ts';
import type { Query } from '../db/client.ts';
import { ownTableContent } from '../db/schema/own-tables.ts';

/**
 * A table with the columns that are read only, the others emptied: what nobody asked for (names, addresses,
 * remarks) is not kept.
 */
export function readColumnsOnly({ headings, rows, lines }: TableRows, reading: TableReading): TableRows {
  const read = new Set([reading.columns.main, ...reading.figures.map(({ column }) => column)]);
  if (reading.columns.second !== null) read.add(reading.columns.second);
  return { headings, lines, rows: rows.map((row) => row.map((cell, at) => (read.has(at) ? cell : ''))) };
}

/** The rows of a table as they are kept. */
export const packTable = (table: TableRows): Buffer => gzipSync(JSON.stringify(table));

/** The rows of a table that is kept; `null` where they are not. */
export async function readTableContent(tx: Query, table: number): Promise<TableRows | null> {
  const [row] = await tx.select().from(ownTableContent).where(eq(ownTableContent.table, table));
  return row ? (JSON.parse(gunzipSync(row.bytes).toString('utf8')) as TableRows) : null;
}
