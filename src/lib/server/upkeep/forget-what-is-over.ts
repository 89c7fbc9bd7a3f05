import { JOURNAL_MS } from '../../domain/account/session-life.ts';
import { forgetInvitations } from '../accounts/invitations.ts';
import { forgetTries } from '../accounts/limits.ts';
import { forgetSessions } from '../accounts/sessions.ts';
import { forgetBefore } from '../audit/read-journal.ts';
import type { Database } from '../db/client.ts';
import { expireContacts } from '../places/contacts.ts';

/**
 * Forgets what is kept for a time only, once that time is over: sessions, tries, links, contacts, lines of
 * the journal. Several servers may do it at once.
 */
export async function forgetWhatIsOver(database: Pick<Database, 'query'>, now: Date): Promise<void> {
  await forgetSessions(database, now);
  await forgetTries(database, now);
  await forgetInvitations(database, now);
  await expireContacts(database, now);
  await forgetBefore(database, new Date(now.getTime() - JOURNAL_MS));
}
