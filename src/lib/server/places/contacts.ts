import { and, count, desc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import { note, writing } from '../audit/writing.ts';
import { inBatches } from '../db/batches.ts';
import type { Database, Query } from '../db/client.ts';
import { contactAccess, placeContact } from '../db/schema/lists.ts';

/** Somebody to reach about a place: personal data. */
export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
}

export type KeptContact = typeof placeContact.$inferSelect;

/** Why contacts of partners are kept: to keep a place's record true, nothing else. */
export const CONTACT_PURPOSE = 'Tenir à jour la fiche d’un lieu d’aide';

/** How long: a record unverified for two years is no longer one (the national tool drops it then). */
const KEEP_MONTHS = 24;

/** Keeps the contacts of some records of a source, each with its purpose and its end. */
export async function keepContacts(
  tx: Query,
  source: string,
  contacts: readonly { record: string; contact: Contact }[],
  { now, owner }: Hand,
): Promise<void> {
  const keepUntil = new Date(now);
  keepUntil.setUTCMonth(keepUntil.getUTCMonth() + KEEP_MONTHS);
  for (const batch of inBatches(contacts))
    await tx
      .insert(placeContact)
      .values(
        batch.map(({ record, contact }) => ({
          source,
          record,
          ...contact,
          purpose: CONTACT_PURPOSE,
          keepUntil,
          owner,
          at: now,
        })),
      )
      .onConflictDoUpdate({
        target: [placeContact.source, placeContact.record],
        set: {
          name: sql`excluded.name`,
          email: sql`excluded.email`,
          phone: sql`excluded.phone`,
          keepUntil: sql`excluded.keep_until`,
          at: sql`excluded.at`,
        },
      });
}

/** Erases the contacts of some records of a source. */
export async function eraseContacts(tx: Query, source: string, records: readonly string[]): Promise<void> {
  for (const batch of inBatches(records))
    await tx
      .delete(placeContact)
      .where(and(eq(placeContact.source, source), inArray(placeContact.record, [...batch])));
}

/** The contacts of the hand’s organisation that hold a name, an e-mail address or a number, whole; logged. */
export async function findContacts(
  database: Pick<Database, 'query'>,
  asked: string,
  act: 'read' | 'export',
  hand: Hand,
): Promise<KeptContact[]> {
  const text = asked.trim().toLowerCase();
  if (text === '') return [];
  const action = act === 'read' ? 'contacts.read' : 'contacts.export';
  return writing(database, hand, { action, object: null }, async (tx) => {
    const found = await tx
      .select()
      .from(placeContact)
      .where(and(ownedBy(hand), matching(text)));
    await log(tx, act, 'demande', found.length, hand);
    return found;
  });
}

/** Erases them; gives how many there were; logged. */
export async function eraseFoundContacts(
  database: Pick<Database, 'query'>,
  asked: string,
  hand: Hand,
): Promise<number> {
  const text = asked.trim().toLowerCase();
  if (text === '') return 0;
  return writing(database, hand, { action: 'contacts.erase', object: null }, async (tx) => {
    const gone = await tx
      .delete(placeContact)
      .where(and(ownedBy(hand), matching(text)))
      .returning({ record: placeContact.record });
    await log(tx, 'erase', 'demande', gone.length, hand);
    return gone.length;
  });
}

/** Erases the contacts whose time is over, whoever they belong to; logged when there were some. */
export async function expireContacts(database: Pick<Database, 'query'>, now: Date): Promise<number> {
  return database.query.transaction(async (tx) => {
    const gone = await tx
      .delete(placeContact)
      .where(lte(placeContact.keepUntil, now))
      .returning({ owner: placeContact.owner });
    for (const owner of new Set(gone.map((one) => one.owner))) {
      const hand = { now, owner, account: null };
      await log(tx, 'expire', 'échéance', gone.filter((one) => one.owner === owner).length, hand);
      await note(tx, hand, { action: 'contacts.expire', object: null });
    }
    return gone.length;
  });
}

const ownedBy = ({ owner }: Pick<Hand, 'owner'>) =>
  owner === null ? isNull(placeContact.owner) : eq(placeContact.owner, owner);

const digits = (text: string): string => text.replace(/\D/g, '');

/** Exactly the person asked for: a part of a name would show others. */
const matching = (text: string) =>
  or(
    eq(sql`lower(${placeContact.name})`, text),
    eq(sql`lower(${placeContact.email})`, text),
    ...(digits(text).length >= 9
      ? [eq(sql`regexp_replace(${placeContact.phone}, '\\D', '', 'g')`, digits(text))]
      : []),
  );

async function log(
  tx: Query,
  act: string,
  subject: string,
  concerned: number,
  { now, owner }: Hand,
): Promise<void> {
  await tx.insert(contactAccess).values({ act, subject, count: concerned, owner, at: now });
}

/** How many contacts an organisation keeps. */
export async function countContacts(
  database: Pick<Database, 'query'>,
  owner: Pick<Hand, 'owner'>,
): Promise<number> {
  const [row] = await database.query.select({ n: count() }).from(placeContact).where(ownedBy(owner));
  return row?.n ?? 0;
}

/** Latest acts shown: the whole register is in the database. */
const SHOWN_ACTS = 50;

/** What was done with the contacts of an organisation, the latest first. */
export const readContactLog = (
  database: Pick<Database, 'query'>,
  { owner }: Pick<Hand, 'owner'>,
): Promise<(typeof contactAccess.$inferSelect)[]> =>
  database.query
    .select()
    .from(contactAccess)
    .where(owner === null ? isNull(contactAccess.owner) : eq(contactAccess.owner, owner))
    .orderBy(desc(contactAccess.id))
    .limit(SHOWN_ACTS);
