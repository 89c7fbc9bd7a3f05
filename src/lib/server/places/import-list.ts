import { eq } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import { changedFields } from '../../domain/places/intake/changes.ts';
import type { Place } from '../../domain/places/place.ts';
import { spellingOf } from '../../domain/places/spelling.ts';
import type { Act } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { placeImport } from '../db/schema/lists.ts';
import { placeChange } from '../db/schema/places.ts';
import {
  applyChanges,
  changePlaces,
  readRecords,
  type ChangeContext,
  type KeptRecord,
  type RecordChange,
} from './change-records.ts';
import { eraseContacts, keepContacts, type Contact } from './contacts.ts';
import { listSource } from '../queries/places/place-lists.ts';
import { chosenList, readListRecords, type ListChoice, type PlaceImport } from './lists.ts';

/** A checked row, ready to enter a list. */
export interface ImportedRow {
  place: Place;
  contact: Contact | null;
}

/** A file ready to enter a list. */
export interface ListImport {
  list: ListChoice;
  file: string;
  sha256: string;
  rows: readonly ImportedRow[];
  rowsRead: number;
  refused: number;
}

/**
 * Brings a checked file into a list, in one transaction: new records are created, those that differ
 * updated, the others left alone. The same file again changes nothing and leaves no import.
 */
export async function importList(
  database: Pick<Database, 'query'>,
  brought: ListImport,
  hand: Hand,
): Promise<PlaceImport> {
  const { now, owner } = hand;
  const act = ({ id }: PlaceImport): Act => ({ action: 'list.import', object: String(id) });
  return changePlaces(database, hand, act, async (tx) => {
    const list = await chosenList(tx, brought.list, hand);
    const source = listSource(list.id);
    const held = await readListRecords({ query: tx }, list.id);
    const described = brought.rows.map(({ place, contact }) => ({
      contact,
      place: { ...place, sources: [source], owner },
    }));
    const changes = described.flatMap(({ place }): RecordChange[] => {
      const before = held.get(place.id);
      if (before && changedFields(before, place).length === 0) return [];
      return [{ source, id: place.id, kind: before ? 'correct' : 'create', after: { place, decides: null } }];
    });
    const created = changes.filter(({ kind }) => kind === 'create').length;
    const [made] = await tx
      .insert(placeImport)
      .values({
        list: list.id,
        file: brought.file,
        sha256: brought.sha256,
        rowsRead: brought.rowsRead,
        created,
        updated: changes.length - created,
        unchanged: brought.rows.length - changes.length,
        refused: brought.refused,
        owner,
        at: now,
      })
      .returning();
    const written = made as PlaceImport;
    await applyChanges(tx, changes, { ...hand, import: written.id });
    await keepContacts(
      tx,
      source,
      described.flatMap(({ place, contact }) => (contact ? [{ record: place.id, contact }] : [])),
      hand,
    );
    return written;
  });
}

/** What became of the records of an import that was taken back. */
export interface Undone {
  restored: number;
  /** Records changed since by another hand: left as they are. */
  kept: number;
}

/** Takes a whole import of one’s own organisation back: its records become what they were before, those changed since excepted. */
export async function undoImport(
  database: Pick<Database, 'query'>,
  id: number,
  hand: Hand,
): Promise<Undone | null> {
  const act = (undone: Undone | null): Act | null => undone && { action: 'list.undo', object: String(id) };
  return changePlaces(database, hand, act, async (tx) => {
    const [held] = await tx.select().from(placeImport).where(eq(placeImport.id, id));
    if (!held || held.undoneAt || held.owner !== hand.owner) return null;
    const source = listSource(held.list);
    const changes = await tx.select().from(placeChange).where(eq(placeChange.import, id));
    const standing = await readRecords(
      tx,
      source,
      changes.map(({ record }) => record),
    );
    const back = changes.filter(({ record, after }) =>
      isSameRecord(standing.get(record), after as KeptRecord | null),
    );
    const context: ChangeContext = { ...hand, import: null };
    await applyChanges(
      tx,
      back.map(({ record, before }) => ({
        source,
        id: record,
        kind: 'undo' as const,
        after: before as KeptRecord | null,
      })),
      context,
    );
    await eraseContacts(
      tx,
      source,
      back.filter(({ before }) => before === null).map(({ record }) => record),
    );
    await markUndone(tx, id, hand.now);
    return { restored: back.length, kept: changes.length - back.length };
  });
}

const isSameRecord = (held: KeptRecord | undefined, after: KeptRecord | null): boolean =>
  spellingOf(held ?? null) === spellingOf(after);

const markUndone = async (tx: Query, id: number, now: Date): Promise<void> => {
  await tx.update(placeImport).set({ undoneAt: now }).where(eq(placeImport.id, id));
};
