import { eq } from 'drizzle-orm';
import type { SourceId } from '../../../domain/indicators/source.ts';
import { mergeById } from '../../../domain/places/merge.ts';
import type { Place } from '../../../domain/places/place.ts';
import type { Query } from '../../db/client.ts';
import { placeRecord } from '../../db/schema/places.ts';
import { refreshPlaces } from '../../places/refresh-places.ts';
import { inBatches } from '../../db/batches.ts';

/** Replaces the records of one source, then makes the places in use from those of every source. */
export async function writePlaces(
  tx: Query,
  source: SourceId,
  places: readonly Place[],
  now: Date,
): Promise<void> {
  await tx.delete(placeRecord).where(eq(placeRecord.source, source));
  for (const batch of inBatches(mergeById(places), 5_000)) {
    await tx
      .insert(placeRecord)
      .values(batch.map((record) => ({ source, id: record.id, record, owner: record.owner })));
  }
  await refreshPlaces(tx, now);
}
