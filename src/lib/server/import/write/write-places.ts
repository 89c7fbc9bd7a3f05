import { eq } from 'drizzle-orm';
import type { SourceId } from '../../../domain/indicators/source.ts';
import { mergeById } from '../../../domain/places/merge.ts';
import type { Place } from '../../../domain/places/place.ts';
import type { Query } from '../../db/client.ts';
import { place, placeRecord } from '../../db/schema.ts';
import { inBatches } from './batches.ts';

/** Replaces the records of one source, then merges those of every source into the places in use. */
export async function writePlaces(tx: Query, source: SourceId, places: readonly Place[]): Promise<void> {
  await tx.delete(placeRecord).where(eq(placeRecord.source, source));
  for (const batch of inBatches(mergeById(places), 5_000)) {
    await tx.insert(placeRecord).values(batch.map((record) => ({ source, id: record.id, record })));
  }
  const records = await tx.select().from(placeRecord).orderBy(placeRecord.source, placeRecord.id);
  await tx.delete(place);
  for (const batch of inBatches(mergeById(records.map(({ record }) => record as Place)), 2_000)) {
    await tx.insert(place).values([...batch]);
  }
}
