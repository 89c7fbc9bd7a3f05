import { and, eq } from 'drizzle-orm';
import { cataloguedNotice, type SourceId } from '../../../domain/indicators/source.ts';
import { note } from '../../audit/writing.ts';
import type { Query } from '../../db/client.ts';
import { datasetVersion, refusedRow } from '../../db/schema/datasets.ts';
import type { Edition, Refusal } from '../adapter.ts';
import { inBatches } from '../../db/batches.ts';
import { forgetFormer, putColumnsBy } from './put-by.ts';

/** What was read of a source, before it replaces anything. */
export interface Provenance {
  source: SourceId;
  /** Name of the main file; never a path of the machine. */
  origin: string;
  sha256: string;
  fingerprint: string;
  demonstration: boolean;
  fetchedAt: Date;
  /** As the file says it; that of the catalogue when it does not. */
  edition?: Edition;
}

export interface Counts {
  rowsRead: number;
  rowsKept: number;
  refused: readonly Refusal[];
}

/** Records a new version as the one in use, and the load in the journal; gives its id. Part of the transaction that writes its data. */
export async function writeVersion(
  tx: Query,
  provenance: Provenance,
  counts: Counts,
  startedAt: Date,
  loadedAt: Date,
): Promise<number> {
  const notice = cataloguedNotice(provenance.source);
  await retireVersion(tx, provenance.source);
  await forgetFormer(tx, !provenance.demonstration);
  const [row] = await tx
    .insert(datasetVersion)
    .values({
      ...provenance,
      // « Filosofi 2021 » read in an edition of 2023 is « Filosofi 2023 ».
      title: provenance.edition
        ? notice.title.replace(notice.edition, provenance.edition.year)
        : notice.title,
      producer: notice.producer,
      licence: notice.licence,
      redistribute: notice.redistribute,
      edition: provenance.edition?.label ?? notice.edition,
      year: provenance.edition?.year ?? null,
      page: notice.page,
      loadedAt,
      durationMs: loadedAt.getTime() - startedAt.getTime(),
      rowsRead: counts.rowsRead,
      rowsKept: counts.rowsKept,
      rowsRefused: counts.refused.length,
      current: true,
    })
    .returning({ id: datasetVersion.id });
  if (!row) throw new Error(`no version was recorded for ${provenance.source}`);
  for (const batch of inBatches(counts.refused, 5_000)) {
    await tx.insert(refusedRow).values(batch.map((refusal) => ({ version: row.id, ...refusal })));
  }
  const hand = { now: loadedAt, owner: null, account: null };
  await note(tx, hand, { action: 'data.load', object: `${provenance.source}/${row.id}` });
  return row.id;
}

/** Takes the version in use of a source out of use, its columns put by: none is, until the next one is written. */
export async function retireVersion(tx: Query, source: SourceId): Promise<void> {
  await putColumnsBy(tx, source);
  await tx
    .update(datasetVersion)
    .set({ current: false })
    .where(and(eq(datasetVersion.source, source), eq(datasetVersion.current, true)));
}
