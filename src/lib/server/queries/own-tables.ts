import { and, desc, eq, isNull } from 'drizzle-orm';
import type { OwnIndicator } from '../../domain/tables/own-indicator.ts';
import type { TableReading } from '../../domain/tables/reading.ts';
import type { JoinReport } from '../../domain/tables/join/report.ts';
import type { Database } from '../db/client.ts';
import { ownTable } from '../db/schema/own-tables.ts';

/** A table of a person, as kept. */
export type OwnTable = Omit<typeof ownTable.$inferSelect, 'indicators' | 'reading' | 'report'> & {
  indicators: readonly OwnIndicator[];
  reading: TableReading;
  report: JoinReport;
};

/** Who looks: their organisation, `null` for the person alone at the machine; nobody in particular is `undefined`. */
export type Reader = string | null | undefined;

/** Whether somebody may see a table: it is shared, or theirs. */
export const seesTable = ({ shared, owner }: Pick<OwnTable, 'shared' | 'owner'>, reader: Reader): boolean =>
  shared || (reader !== undefined && owner === reader);

/** Every table in use, the newest first; who may see which is said by `seesTable`. */
export async function readOwnTables(database: Pick<Database, 'query'>): Promise<OwnTable[]> {
  const rows = await database.query
    .select()
    .from(ownTable)
    .where(isNull(ownTable.removedAt))
    .orderBy(desc(ownTable.id));
  return rows as OwnTable[];
}

/** A table in use that somebody may see; `null` alike where there is none and where it is not theirs. */
export async function readOwnTable(
  database: Pick<Database, 'query'>,
  id: number,
  reader: Reader,
): Promise<OwnTable | null> {
  const [row] = await database.query
    .select()
    .from(ownTable)
    .where(and(eq(ownTable.id, id), isNull(ownTable.removedAt)));
  const table = (row ?? null) as OwnTable | null;
  return table && seesTable(table, reader) ? table : null;
}

/** The indicators of every table in use. */
export async function readOwnIndicators(database: Pick<Database, 'query'>): Promise<OwnIndicator[]> {
  const rows = await database.query
    .select({ indicators: ownTable.indicators })
    .from(ownTable)
    .where(isNull(ownTable.removedAt));
  return rows.flatMap(({ indicators }) => indicators as OwnIndicator[]);
}
