import { sql } from 'drizzle-orm';
import { correctedBy, HAND_SOURCE, type Correction } from '../../domain/places/by-hand.ts';
import {
  gatheringPlaces,
  type GatheredPlace,
  type PlaceRecord,
  type Verdict,
} from '../../domain/places/gather.ts';
import type { Place } from '../../domain/places/place.ts';
import { inBatches, inPages } from '../db/batches.ts';
import type { Query } from '../db/client.ts';
import { place, placeProposal, placeRecord, placeRevision, placeVerdict } from '../db/schema/places.ts';
import { inSlices } from '../queries/in-slices.ts';
import { recordKey } from './record-key.ts';

/**
 * Makes the places in use from the records of every source as they now stand in the transaction, lays
 * what was corrected by hand over them, and tells readers that what they hold is out of date.
 */
export async function refreshPlaces(tx: Query, now: Date): Promise<void> {
  const { records, corrections } = await readRecords(tx);
  const verdicts: Verdict[] = await tx.select().from(placeVerdict);
  const { places, proposals } = await inSlices(gatheringPlaces(records, verdicts));
  const corrected = layCorrections(places, corrections);
  await tx.delete(place);
  await tx.delete(placeProposal);
  for (const batch of inBatches(corrected))
    await tx.insert(place).values(
      batch.map(({ place: one, records: keys, origins }) => ({
        id: one.id,
        commune: one.commune,
        name: one.name,
        record: one,
        records: keys,
        origins,
      })),
    );
  for (const batch of inBatches(proposals)) await tx.insert(placeProposal).values([...batch]);
  await tx.insert(placeRevision).values({ at: now });
}

/** Corrections go by the record they correct; one whose record is gone waits for it to come back. */
function layCorrections(
  places: readonly GatheredPlace[],
  corrections: readonly Correction[],
): GatheredPlace[] {
  if (corrections.length === 0) return [...places];
  const byRecord = new Map(corrections.map((one) => [one.place.id, one]));
  return places.map((gathered) => {
    const own = [gathered.place.id, ...gathered.records.map((key) => key.slice(key.indexOf('/') + 1))];
    return [...new Set(own)].reduce((held, id) => {
      const correction = byRecord.get(id);
      return correction ? correctedBy(held, correction) : held;
    }, gathered);
  });
}

type Row = typeof placeRecord.$inferSelect;

/** Every record, by source then id, so that the same records always make the same places. */
async function readRecords(tx: Query): Promise<{ records: PlaceRecord[]; corrections: Correction[] }> {
  const records: PlaceRecord[] = [];
  const corrections: Correction[] = [];
  const page = (last: Row | undefined, size: number): PromiseLike<Row[]> =>
    tx
      .select()
      .from(placeRecord)
      .where(last && sql`(${placeRecord.source}, ${placeRecord.id}) > (${last.source}, ${last.id})`)
      .orderBy(placeRecord.source, placeRecord.id)
      .limit(size);
  for await (const rows of inPages(page))
    for (const { source, id, record, decides } of rows) {
      const described = { key: recordKey(source, id), place: record as Place };
      if (source === HAND_SOURCE && decides)
        corrections.push({ ...described, decides: decides as (keyof Place)[] });
      else records.push(described);
    }
  return { records, corrections };
}
