import { eq } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import type { TableDescription } from '../../domain/tables/description.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { indicatorColumn } from '../db/schema/datasets.ts';
import { holdImports } from '../db/import-lock.ts';
import { ownTable, ownTableContent } from '../db/schema/own-tables.ts';
import { removeColumns } from '../import/write/write-columns.ts';
import { writeTableVersion } from '../import/write/write-own-table.ts';
import { describedColumns, ownedTable } from './keep-table.ts';
import { ownIndicators } from './own-indicators.ts';

/** Changes what is said of a table of one’s own, or who sees it. Whether it was theirs to change. */
export function describeTable(
  database: Pick<Database, 'query'>,
  id: number,
  description: TableDescription,
  hand: Hand,
): Promise<boolean> {
  return writing(
    database,
    hand,
    (done: boolean) => (done ? { action: 'table.describe', object: String(id) } : null),
    async (tx) => {
      await holdImports(tx);
      const held = await ownedTable(tx, id, hand.owner);
      if (!held) return false;
      const described = describedColumns(description);
      const { file, reading, report } = held;
      const indicators = ownIndicators({ id, description, file, reading, report });
      const version = await writeTableVersion(tx, { ...held, ...described }, report, hand.now);
      if (held.version !== null)
        await tx.update(indicatorColumn).set({ version }).where(eq(indicatorColumn.version, held.version));
      await tx
        .update(ownTable)
        .set({ ...described, indicators, version, changedAt: hand.now })
        .where(eq(ownTable.id, id));
      return true;
    },
  );
}

/**
 * Removes a table of one’s own with its figures and its rows; that there was one, under which name and
 * from which file, stays for those who cited it. Whether it was theirs to remove.
 */
export function removeTable(database: Pick<Database, 'query'>, id: number, hand: Hand): Promise<boolean> {
  return writing(
    database,
    hand,
    (done: boolean) => (done ? { action: 'table.remove', object: String(id) } : null),
    async (tx) => {
      await holdImports(tx);
      const held = await ownedTable(tx, id, hand.owner);
      if (!held) return false;
      await removeColumns(
        tx,
        held.indicators.map((indicator) => indicator.id),
      );
      await tx.delete(ownTableContent).where(eq(ownTableContent.table, id));
      const version = await writeTableVersion(tx, held, { rowsRead: 0, rowsJoined: 0 }, hand.now, false);
      await tx
        .update(ownTable)
        .set({ removedAt: hand.now, changedAt: hand.now, version })
        .where(eq(ownTable.id, id));
      return true;
    },
  );
}
