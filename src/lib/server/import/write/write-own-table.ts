import { and, eq, like } from 'drizzle-orm';
import type { JoinedTable } from '../../../domain/tables/join/join-table.ts';
import { ownIndicatorId, ownSource } from '../../../domain/tables/own-source.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import { tableaux } from '../../../messages/tableaux.ts';
import { inBatches } from '../../db/batches.ts';
import type { Query } from '../../db/client.ts';
import { datasetVersion, indicatorColumn, refusedRow } from '../../db/schema/datasets.ts';
import { ownTable } from '../../db/schema/own-tables.ts';
import type { OwnTable } from '../../queries/own-tables.ts';
import { removeColumns, writeFigures } from './write-columns.ts';

/** Unjoined rows kept with a table: beyond, the file itself is what is wrong. */
const MOST_KEPT = 10_000;

/** What a version of a table says of it. */
export type DescribedTable = Pick<
  OwnTable,
  'id' | 'name' | 'producer' | 'licence' | 'redistribute' | 'edition' | 'page' | 'file' | 'sha256'
>;

/** What a table brought the last time it was read. */
interface Counts {
  rowsRead: number;
  rowsJoined: number;
}

/**
 * Records a version of a table: the one in use, or, where it is removed, only that it was. Readers see by it
 * that something changed. Gives its id.
 */
export async function writeTableVersion(
  tx: Query,
  table: DescribedTable,
  { rowsRead, rowsJoined }: Counts,
  now: Date,
  current = true,
): Promise<number> {
  const source = ownSource(table.id);
  await tx
    .update(datasetVersion)
    .set({ current: false })
    .where(and(eq(datasetVersion.source, source), eq(datasetVersion.current, true)));
  const [row] = await tx
    .insert(datasetVersion)
    .values({
      source,
      title: table.name,
      producer: table.producer,
      licence: table.licence,
      redistribute: table.redistribute,
      edition: table.edition,
      page: table.page ?? `/tableaux/${table.id}`,
      origin: table.file,
      sha256: table.sha256,
      fingerprint: `${table.sha256}/${now.toISOString()}`,
      fetchedAt: now,
      loadedAt: now,
      durationMs: 0,
      rowsRead,
      rowsKept: rowsJoined,
      rowsRefused: rowsRead - rowsJoined,
      current,
    })
    .returning({ id: datasetVersion.id });
  if (!row) throw new Error(`no version was recorded for ${source}`);
  return row.id;
}

/** Removes every figure that comes from a table of a person, whosever it is. */
export async function removeOwnColumns(tx: Query): Promise<void> {
  await tx.delete(indicatorColumn).where(like(indicatorColumn.indicator, 'tableau-%'));
}

/**
 * Writes the figures of a table, and those of groups of communes, in place of the former ones. Its
 * indicators are already in its row; `former` are those that it had.
 */
export async function writeOwnFigures(
  tx: Query,
  table: DescribedTable,
  { columns, report, unmatched }: JoinedTable,
  territories: Territories,
  { former, now }: { former: readonly string[]; now: Date },
): Promise<number> {
  const version = await writeTableVersion(tx, table, report, now);
  if (former.length > 0) await removeColumns(tx, former);
  const settled = columns.map(({ slug, level, column }) => ({
    indicator: ownIndicatorId(table.id, slug),
    level,
    column,
  }));
  await writeFigures(tx, version, settled, territories);
  const told = unmatched.slice(0, MOST_KEPT).map(({ line, text, reason, detail }) => ({
    version,
    line,
    code: text,
    reason: tableaux.reason(reason, detail),
  }));
  for (const batch of inBatches(told, 5_000)) await tx.insert(refusedRow).values([...batch]);
  await tx.update(ownTable).set({ version, report }).where(eq(ownTable.id, table.id));
  return version;
}
