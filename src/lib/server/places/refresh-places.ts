import { correctedBy, HAND_SOURCE, type Correction } from '../../domain/places/by-hand.ts';
import {
  gatheringPlaces,
  type GatheredPlace,
  type PlaceRecord,
  type Verdict,
} from '../../domain/places/gather.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Query } from '../db/client.ts';
import { place, placeProposal, placeRecord, placeRevision, placeVerdict } from '../db/schema.ts';
import { inSlices } from './in-slices.ts';
import { recordKey } from './record-key.ts';

/** Rows sent in one statement: PostgreSQL takes 65,534 parameters. */
const BATCH = 2_000;

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
  for (let from = 0; from < corrected.length; from += BATCH)
    await tx.insert(place).values(
      corrected.slice(from, from + BATCH).map(({ place: one, records: keys, origins }) => ({
        id: one.id,
        commune: one.commune,
        name: one.name,
        record: one,
        records: keys,
        origins,
      })),
    );
  for (let from = 0; from < proposals.length; from += BATCH)
    await tx.insert(placeProposal).values(proposals.slice(from, from + BATCH));
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

/** Every record, by source then id, so that the same records always make the same places. */
async function readRecords(tx: Query): Promise<{ records: PlaceRecord[]; corrections: Correction[] }> {
  const rows = await tx.select().from(placeRecord).orderBy(placeRecord.source, placeRecord.id);
  const records: PlaceRecord[] = [];
  const corrections: Correction[] = [];
  for (const { source, id, record, decides } of rows) {
    const described = { key: recordKey(source, id), place: record as Place };
    if (source === HAND_SOURCE && decides)
      corrections.push({ ...described, decides: decides as (keyof Place)[] });
    else records.push(described);
  }
  return { records, corrections };
}
