import type { Database } from '../db/client.ts';
import { placeVerdict } from '../db/schema.ts';
import { changePlaces } from './change-records.ts';

/** Keeps what a person says of two records, and makes the places again: a split undoes a merge, and the other way. */
export async function judgePair(
  database: Pick<Database, 'query'>,
  keys: readonly [string, string],
  same: boolean,
  { now, owner }: { now: Date; owner: string | null },
): Promise<void> {
  const [first, second] = [...keys].sort() as [string, string];
  await changePlaces(database, now, async (tx) => {
    await tx
      .insert(placeVerdict)
      .values({ first, second, same, owner, at: now })
      .onConflictDoUpdate({
        target: [placeVerdict.first, placeVerdict.second],
        set: { same, owner, at: now },
      });
  });
}
