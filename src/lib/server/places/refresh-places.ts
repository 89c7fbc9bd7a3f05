import { gatherPlaces, type PlaceRecord, type Verdict } from '../../domain/places/gather.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Query } from '../db/client.ts';
import { place, placeProposal, placeRecord, placeRevision, placeVerdict } from '../db/schema.ts';

/** Rows sent in one statement: PostgreSQL takes 65,534 parameters. */
const BATCH = 2_000;

/** The key of a record: « france-services/fs-12 ». */
export const recordKey = (source: string, id: string): string => `${source}/${id}`;

/**
 * Makes the places in use from the records of every source as they now stand in the transaction, and
 * tells readers that what they hold is out of date.
 */
export async function refreshPlaces(tx: Query, now: Date): Promise<void> {
  const records = await readRecords(tx);
  const verdicts: Verdict[] = await tx.select().from(placeVerdict);
  const { places, proposals } = gatherPlaces(records, verdicts);
  await tx.delete(place);
  await tx.delete(placeProposal);
  for (let from = 0; from < places.length; from += BATCH)
    await tx.insert(place).values(
      places.slice(from, from + BATCH).map(({ place: one, records: keys, origins }) => ({
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

/** Every record, by source then id, so that the same records always make the same places. */
async function readRecords(tx: Query): Promise<PlaceRecord[]> {
  const rows = await tx.select().from(placeRecord).orderBy(placeRecord.source, placeRecord.id);
  return rows.map(({ source, id, record }) => ({ key: recordKey(source, id), place: record as Place }));
}
