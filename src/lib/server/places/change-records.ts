import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import type { Place } from '../../domain/places/place.ts';
import { writing, type Act } from '../audit/writing.ts';
import { inBatches } from '../db/batches.ts';
import type { Database, Query } from '../db/client.ts';
import { holdImports } from '../db/import-lock.ts';
import { placeChange, placeRecord } from '../db/schema/places.ts';
import { refreshPlaces } from './refresh-places.ts';

/** What was done to a record. */
export type ChangeKind = 'create' | 'correct' | 'move' | 'close' | 'reopen' | 'remove' | 'undo';

/** A record as it is kept: what it says, and the fields that it decides alone. */
export interface KeptRecord {
  place: Place;
  decides: (keyof Place)[] | null;
}

/** One change of one record; `after` is `null` when it goes. */
export interface RecordChange {
  source: string;
  id: string;
  kind: ChangeKind;
  after: KeptRecord | null;
}

/** Who changes, when, and by which import. */
export interface ChangeContext extends Hand {
  import: number | null;
}

/**
 * Runs a change of records alone, in one transaction with its line in the journal, then makes the places
 * in use again: all of it or nothing.
 */
export function changePlaces<Result>(
  database: Pick<Database, 'query'>,
  hand: Hand,
  act: Act | ((result: Result) => Act | null),
  change: (tx: Query) => Promise<Result>,
): Promise<Result> {
  return writing(database, hand, act, async (tx) => {
    await holdImports(tx);
    const result = await change(tx);
    await refreshPlaces(tx, hand.now);
    return result;
  });
}

/** Writes changes of records with what each was before: the history, and the way back. */
export async function applyChanges(
  tx: Query,
  changes: readonly RecordChange[],
  context: ChangeContext,
): Promise<void> {
  for (const [source, own] of bySource(changes))
    for (const batch of inBatches(own)) await applyBatch(tx, source, batch, context);
}

function bySource(changes: readonly RecordChange[]): Map<string, RecordChange[]> {
  const sources = new Map<string, RecordChange[]>();
  for (const change of changes) {
    const own = sources.get(change.source);
    if (own) own.push(change);
    else sources.set(change.source, [change]);
  }
  return sources;
}

async function applyBatch(
  tx: Query,
  source: string,
  changes: readonly RecordChange[],
  { now, owner, import: from }: ChangeContext,
): Promise<void> {
  const before = await readRecords(
    tx,
    source,
    changes.map(({ id }) => id),
  );
  const kept = changes.flatMap(({ id, after }) => (after ? [{ id, ...after }] : []));
  if (kept.length > 0)
    await tx
      .insert(placeRecord)
      .values(kept.map(({ id, place, decides }) => ({ source, id, record: place, decides, owner })))
      .onConflictDoUpdate({
        target: [placeRecord.source, placeRecord.id],
        set: { record: sql`excluded.record`, decides: sql`excluded.decides` },
      });
  const gone = changes.flatMap(({ id, after }) => (after ? [] : [id]));
  if (gone.length > 0)
    await tx.delete(placeRecord).where(and(eq(placeRecord.source, source), inArray(placeRecord.id, gone)));
  await tx.insert(placeChange).values(
    changes.map(({ id, kind, after }) => ({
      source,
      record: id,
      kind,
      before: before.get(id) ?? null,
      after,
      owner,
      import: from,
      at: now,
    })),
  );
}

/** Some records of a source as they stand, by id. */
export async function readRecords(
  tx: Query,
  source: string,
  ids: readonly string[],
): Promise<Map<string, KeptRecord>> {
  const rows = await tx
    .select()
    .from(placeRecord)
    .where(and(eq(placeRecord.source, source), inArray(placeRecord.id, [...ids])));
  return new Map(rows.map((row) => [row.id, keptOf(row)]));
}

const keptOf = ({ record, decides }: { record: unknown; decides: string[] | null }): KeptRecord => ({
  place: record as Place,
  decides: decides as (keyof Place)[] | null,
});

/** A record as it stands; `null` without one. */
export async function readRecord(tx: Query, source: string, id: string): Promise<KeptRecord | null> {
  return (await readRecords(tx, source, [id])).get(id) ?? null;
}
