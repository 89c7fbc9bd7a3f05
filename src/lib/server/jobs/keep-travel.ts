import type { TravelPair, TravelProblem } from '../../domain/access/travel/travel-rows.ts';
import { writing } from '../audit/writing.ts';
import { inBatches } from '../db/batches.ts';
import type { Database } from '../db/client.ts';
import { placeRevision } from '../db/schema/places.ts';
import { travelSource, travelTime } from '../db/schema/travel.ts';

/** What became of a source of travel times. */
export interface TravelOutcome {
  kept: number;
  problems: TravelProblem[];
  /** Destinations that the source could not answer for, and why, in French. */
  skipped: string[];
  /** Why it stopped before its end, in French: what was kept is a part; `null` when it did not. */
  interrupted: string | null;
}

/** Takes the place of the source before, whole or not at all; readers are told. */
export async function keepTravel(
  database: Database,
  source: typeof travelSource.$inferInsert,
  pairs: readonly TravelPair[],
): Promise<void> {
  const hand = { now: source.at, owner: null, account: null };
  await writing(database, hand, { action: 'data.travel', object: source.kind }, async (tx) => {
    await tx.delete(travelSource);
    const [made] = await tx.insert(travelSource).values(source).returning({ id: travelSource.id });
    if (!made) throw new Error('the source of travel times was not written');
    for (const batch of inBatches(pairs))
      await tx.insert(travelTime).values(batch.map((pair) => ({ source: made.id, ...pair })));
    await tx.insert(placeRevision).values({ at: source.at });
  });
}
