import { and, count, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { SHARED_ACTIONS } from '../../domain/account/audit-action.ts';
import type { Database } from '../db/client.ts';
import { account } from '../db/schema/accounts.ts';
import { auditEntry } from '../db/schema/audit.ts';

export interface JournalEntry {
  id: number;
  at: Date;
  /** Number of the account; `null` for a command line or the passing of time. */
  account: string | null;
  /** Its name as it is today; `null` once erased. */
  name: string | null;
  action: string;
  object: string | null;
}

/**
 * The acts of one organisation, and those on what all of them read, the latest first: `most` of them after
 * the first `from`; and how many there are.
 */
export async function readJournal(
  database: Pick<Database, 'query'>,
  organisation: string,
  { from, most }: { from: number; most: number },
): Promise<{ entries: JournalEntry[]; total: number }> {
  const own = or(
    eq(auditEntry.organisation, organisation),
    and(isNull(auditEntry.organisation), inArray(auditEntry.action, [...SHARED_ACTIONS])),
  );
  const [counted] = await database.query.select({ n: count() }).from(auditEntry).where(own);
  const entries = await database.query
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      account: auditEntry.account,
      name: account.name,
      action: auditEntry.action,
      object: auditEntry.object,
    })
    .from(auditEntry)
    .leftJoin(account, eq(account.id, auditEntry.account))
    .where(own)
    .orderBy(desc(auditEntry.id))
    .limit(most)
    .offset(from);
  return { entries, total: counted?.n ?? 0 };
}

/** What one account did, the latest first: part of what is given back to the person. */
export const readOwnActs = (
  database: Pick<Database, 'query'>,
  id: string,
): Promise<{ at: Date; action: string; object: string | null; organisation: string | null }[]> =>
  database.query
    .select({
      at: auditEntry.at,
      action: auditEntry.action,
      object: auditEntry.object,
      organisation: auditEntry.organisation,
    })
    .from(auditEntry)
    .where(eq(auditEntry.account, id))
    .orderBy(desc(auditEntry.id));

/** Forgets what is older than the journal keeps. */
export async function forgetBefore(database: Pick<Database, 'query'>, before: Date): Promise<void> {
  await database.query.delete(auditEntry).where(lt(auditEntry.at, before));
}
