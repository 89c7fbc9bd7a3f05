import { desc, isNull } from 'drizzle-orm';
import type { OwnIndicator } from '../../domain/tables/own-indicator.ts';
import type { Database } from '../db/client.ts';
import { ownTable } from '../db/schema/own-tables.ts';
import type { OwnTable } from './own-tables.ts';

/** What the catalogue says of a table that a person brought; its report and its rows stay in the database. */
export type TableInUse = Pick<
  OwnTable,
  | 'id'
  | 'owner'
  | 'shared'
  | 'name'
  | 'producer'
  | 'licence'
  | 'redistribute'
  | 'edition'
  | 'page'
  | 'indicators'
>;

/** Every table in use, the newest first; who may see which is said by `seesTable`. */
export async function readTablesInUse({ query }: Pick<Database, 'query'>): Promise<TableInUse[]> {
  const { id, owner, shared, name, producer, licence, redistribute, edition, page, indicators, removedAt } =
    ownTable;
  const rows = await query
    .select({ id, owner, shared, name, producer, licence, redistribute, edition, page, indicators })
    .from(ownTable)
    .where(isNull(removedAt))
    .orderBy(desc(id));
  return rows.map((row) => ({ ...row, indicators: row.indicators as readonly OwnIndicator[] }));
}
