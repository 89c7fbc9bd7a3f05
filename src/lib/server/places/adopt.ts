import { and, eq, isNull, like, or, sql } from 'drizzle-orm';
import { HAND_SOURCE } from '../../domain/places/by-hand.ts';
import type { Query } from '../db/client.ts';
import { contactAccess, placeContact, placeImport, placeList } from '../db/schema/lists.ts';
import { placeChange, placeRecord, placeVerdict } from '../db/schema/places.ts';
import { holdImports } from '../db/import-lock.ts';
import { refreshPlaces } from './refresh-places.ts';

/**
 * Gives an organisation what nobody owns and a person made: records by hand and of lists, with their
 * history (in which the owner stands too, or no import could be undone), imports, verdicts and contacts.
 * What comes from national sources is still nobody’s. Whether there was something.
 */
export async function adoptRecords(tx: Query, organisation: string, now: Date): Promise<boolean> {
  await holdImports(tx);
  const owner = sql`to_jsonb(${organisation}::text)`;
  const made = [
    await tx
      .update(placeRecord)
      .set({ owner: organisation, record: sql`jsonb_set(${placeRecord.record}, '{owner}', ${owner})` })
      .where(
        and(
          isNull(placeRecord.owner),
          or(eq(placeRecord.source, HAND_SOURCE), like(placeRecord.source, 'liste-%')),
        ),
      )
      .returning({ id: placeRecord.id }),
    await tx
      .update(placeChange)
      .set({
        owner: organisation,
        before: owned(placeChange.before, owner),
        after: owned(placeChange.after, owner),
      })
      .where(isNull(placeChange.owner))
      .returning({ id: placeChange.id }),
  ];
  for (const table of [placeList, placeImport, placeVerdict, placeContact, contactAccess] as const)
    await tx.update(table).set({ owner: organisation }).where(isNull(table.owner));
  const some = made.some((rows) => rows.length > 0);
  if (some) await refreshPlaces(tx, now);
  return some;
}

type Kept = typeof placeChange.before | typeof placeChange.after;

/** A kept record with its owner; nothing where there was none. */
const owned = (kept: Kept, owner: ReturnType<typeof sql>) =>
  sql`case when jsonb_typeof(${kept}) = 'object' then jsonb_set(${kept}, '{place,owner}', ${owner}) else ${kept} end`;
