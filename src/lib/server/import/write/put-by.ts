import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SourceId } from '../../../domain/indicators/source.ts';
import type { Query } from '../../db/client.ts';
import { datasetVersion, indicatorColumn } from '../../db/schema/datasets.ts';
import { formerColumn, formerOrder } from '../../db/schema/editions.ts';
import { territory } from '../../db/schema/territories.ts';

const compress = promisify(gzip);

/** Former versions of a source whose figures are kept: about 2 MB each at most. */
export const FORMER_KEPT = 3;

/**
 * Puts by the columns of the version in use of a source, about to be replaced, so that a figure cited from
 * it can still be read. When the territories themselves change, those of every source are: their order
 * goes with them.
 */
export async function putColumnsBy(tx: Query, source: SourceId): Promise<void> {
  const { id, current } = datasetVersion;
  const versions = tx
    .select({ id })
    .from(datasetVersion)
    .where(
      source === 'cog-2026' ? eq(current, true) : and(eq(datasetVersion.source, source), eq(current, true)),
    );
  const columns = await tx.select().from(indicatorColumn).where(inArray(indicatorColumn.version, versions));
  if (columns.length === 0) return;
  const orders = await keepOrders(tx, [...new Set(columns.map(({ level }) => level))]);
  for (const column of columns)
    await tx
      .insert(formerColumn)
      .values({ ...column, order: orders.get(column.level) as string })
      .onConflictDoNothing();
  await forgetOldest(tx);
}

/** Keeps the codes of some levels in their present order; gives the name of each. */
async function keepOrders(tx: Query, levels: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const level of levels) {
    const rows = await tx
      .select({ code: territory.code })
      .from(territory)
      .where(eq(territory.level, level))
      .orderBy(territory.ordinal);
    const codes = rows.map(({ code }) => code).join(',');
    const hash = createHash('sha256').update(codes).digest('hex').slice(0, 16);
    names.set(level, hash);
    await tx
      .insert(formerOrder)
      .values({ hash, codes: await compress(codes) })
      .onConflictDoNothing();
  }
  return names;
}

/** Leaves the last few versions of each source. */
async function forgetOldest(tx: Query): Promise<void> {
  await tx.execute(sql`
    delete from former_column where version in (
      select id from (
        select id, row_number() over (partition by source order by id desc) as age
        from dataset_version where id in (select version from former_column)
      ) aged where age > ${FORMER_KEPT})`);
  await tx.execute(sql`
    delete from former_order where hash not in (select "order" from former_column)`);
}

/** Forgets the figures put by of invented territories, or of real ones: neither is an edition of the other. */
export async function forgetFormer(tx: Query, demonstration: boolean): Promise<void> {
  const versions = tx
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .where(eq(datasetVersion.demonstration, demonstration));
  await tx.delete(formerColumn).where(inArray(formerColumn.version, versions));
}
