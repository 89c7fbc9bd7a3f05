import { and, count, desc, eq, inArray, lte, or, sql } from 'drizzle-orm';
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

interface Hand {
  now: Date;
  owner: string | null;
}

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

/** The contacts that hold a name, an e-mail address or a number, whole; logged. */
export async function findContacts(
  database: Pick<Database, 'query'>,
  asked: string,
  act: 'read' | 'export',
  { now, owner }: Hand,
): Promise<KeptContact[]> {
  const text = asked.trim().toLowerCase();
  if (text === '') return [];
  const found = await database.query.select().from(placeContact).where(matching(text));
  await log(database.query, act, 'demande', found.length, { now, owner });
  return found;
}

/** Erases them; gives how many there were; logged. */
export async function eraseFoundContacts(
  database: Pick<Database, 'query'>,
  asked: string,
  { now, owner }: Hand,
): Promise<number> {
  const text = asked.trim().toLowerCase();
  if (text === '') return 0;
  return database.query.transaction(async (tx) => {
    const gone = await tx
      .delete(placeContact)
      .where(matching(text))
      .returning({ record: placeContact.record });
    await log(tx, 'erase', 'demande', gone.length, { now, owner });
    return gone.length;
  });
}

/** Erases the contacts whose time is over; logged when there were some. */
export async function expireContacts(database: Pick<Database, 'query'>, now: Date): Promise<number> {
  const gone = await database.query
    .delete(placeContact)
    .where(lte(placeContact.keepUntil, now))
    .returning({ record: placeContact.record });
  if (gone.length > 0) await log(database.query, 'expire', 'échéance', gone.length, { now, owner: null });
  return gone.length;
}

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
  query: Query,
  act: string,
  subject: string,
  concerned: number,
  { now, owner }: Hand,
): Promise<void> {
  await query.insert(contactAccess).values({ act, subject, count: concerned, owner, at: now });
}

/** How many contacts are kept. */
export async function countContacts(database: Pick<Database, 'query'>): Promise<number> {
  const [row] = await database.query.select({ n: count() }).from(placeContact);
  return row?.n ?? 0;
}

/** Latest acts shown: the whole register is in the database. */
const SHOWN_ACTS = 50;

/** What was done with contacts, the latest first. */
export const readContactLog = (
  database: Pick<Database, 'query'>,
): Promise<(typeof contactAccess.$inferSelect)[]> =>
  database.query.select().from(contactAccess).orderBy(desc(contactAccess.id)).limit(SHOWN_ACTS);
