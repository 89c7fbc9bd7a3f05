import type { InhabitedPoint } from '../../domain/access/demand/inhabited-rows.ts';
import { inBatches } from '../db/batches.ts';
import type { Query } from '../db/client.ts';
import { placeRevision } from '../db/schema/places.ts';
import { inhabitedPoint, inhabitedSource } from '../db/schema/travel.ts';

/** More points than this are not what large communes need, and no longer fit a browser. */
export const MOST_INHABITED = 100_000;

/** Writes where people live in the place of what was known of it. Part of the transaction of the caller. */
export async function writeInhabited(
  tx: Query,
  name: string,
  points: readonly InhabitedPoint[],
  at: Date,
): Promise<void> {
  await tx.delete(inhabitedSource);
  const [made] = await tx.insert(inhabitedSource).values({ name, at }).returning({ id: inhabitedSource.id });
  if (!made) throw new Error('the source of inhabited points was not written');
  for (const batch of inBatches(points))
    await tx.insert(inhabitedPoint).values(batch.map((point) => ({ source: made.id, ...point })));
  await tx.insert(placeRevision).values({ at });
}
