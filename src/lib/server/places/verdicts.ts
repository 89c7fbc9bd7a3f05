import type { Hand } from '../../domain/account/visitor.ts';
import type { Database } from '../db/client.ts';
import { placeVerdict } from '../db/schema/places.ts';
import { changePlaces } from './change-records.ts';

/** Keeps what a person says of pairs of records, and makes the places again: a split undoes a merge, and the other way. */
export async function judgePairs(
  database: Pick<Database, 'query'>,
  pairs: readonly (readonly [string, string])[],
  same: boolean,
  hand: Hand,
): Promise<void> {
  const { now, owner } = hand;
  const object = pairs.map((pair) => pair.join(' ')).join(', ');
  await changePlaces(database, hand, { action: 'places.judge', object }, async (tx) => {
    for (const pair of pairs) {
      const [first, second] = [...pair].sort() as [string, string];
      await tx
        .insert(placeVerdict)
        .values({ first, second, same, owner, at: now })
        .onConflictDoUpdate({
          target: [placeVerdict.first, placeVerdict.second],
          set: { same, owner, at: now },
        });
    }
  });
}

/** Takes one record out of a place: it is none of the others, whatever they have in common. */
export const splitRecord = (
  database: Pick<Database, 'query'>,
  key: string,
  others: readonly string[],
  hand: Hand,
): Promise<void> =>
  judgePairs(
    database,
    others.filter((other) => other !== key).map((other) => [key, other] as const),
    false,
    hand,
  );
