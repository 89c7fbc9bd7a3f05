import { eq } from 'drizzle-orm';
import { normaliseEmail } from '../../domain/account/email.ts';
import type { Hand, Member } from '../../domain/account/visitor.ts';
import { note, writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { membership } from '../db/schema/accounts.ts';
import { accountOf } from './account.ts';
import { BY_ACCOUNT, BY_PLACE, forgiveTries, placeOf, takeTry, type Counted } from './limits.ts';
import { checkPassword, PasswordsBusy } from './passwords.ts';
import { endSession, openSession } from './sessions.ts';

/** What a browser brings of itself. */
export interface From {
  /** Its address on the network. */
  address: string;
  agent: string;
}

/** Signed in, or why not. */
export type SignIn =
  | { outcome: 'in'; token: string }
  | { outcome: 'wrong' }
  | { outcome: 'busy' }
  | { outcome: 'wait'; ms: number };

const triesOf = (email: string, address: string): Counted[] => [
  { limit: BY_ACCOUNT, who: email },
  { limit: BY_PLACE, who: placeOf(address) },
];

/**
 * Signs in with an address and a password. An address without an account is counted, worked on and
 * answered as one with a wrong password.
 */
export async function signIn(
  database: Pick<Database, 'query'>,
  { email: typed, password }: { email: string; password: string },
  { address, agent }: From,
  now: Date,
): Promise<SignIn> {
  const email = normaliseEmail(typed) ?? typed.slice(0, 254).toLowerCase();
  const counted = triesOf(email, address);
  const ms = await takeTry(database, counted, now);
  if (ms !== null) return { outcome: 'wait', ms };
  const held = await accountOf(database, email);
  try {
    if (!(await checkPassword(held?.password ?? null, password)) || !held) return { outcome: 'wrong' };
  } catch (cause) {
    if (!(cause instanceof PasswordsBusy)) throw cause;
    return { outcome: 'busy' };
  }
  await forgiveTries(database, counted.slice(0, 1));
  return { outcome: 'in', token: await enter(database, { account: held.id, agent }, now) };
}

/** Whether a person at the browser of an account knows its password; counted as a try to sign in. */
export async function confirm(
  database: Pick<Database, 'query'>,
  { email, password }: { email: string; password: string },
  address: string,
  now: Date,
): Promise<Exclude<SignIn, { outcome: 'in' }> | { outcome: 'right' }> {
  const counted = triesOf(email, address);
  const ms = await takeTry(database, counted, now);
  if (ms !== null) return { outcome: 'wait', ms };
  const held = await accountOf(database, email);
  try {
    if (!(await checkPassword(held?.password ?? null, password))) return { outcome: 'wrong' };
  } catch (cause) {
    if (!(cause instanceof PasswordsBusy)) throw cause;
    return { outcome: 'busy' };
  }
  await forgiveTries(database, counted.slice(0, 1));
  return { outcome: 'right' };
}

/** Opens a session in the journal; gives its secret. */
export function enter(
  database: Pick<Database, 'query'>,
  opening: { account: string; agent: string; idToken?: string | null },
  now: Date,
): Promise<string> {
  return database.query.transaction(async (tx) => {
    const token = await openSession(tx, opening, now);
    await note(tx, await firstHand(tx, opening.account, now), { action: 'session.open', object: null });
    return token;
  });
}

/** The hand of an account before its session says on whose behalf: its first organisation. */
export async function firstHand(tx: Query, account: string, now: Date): Promise<Hand> {
  const [first] = await tx
    .select({ organisation: membership.organisation })
    .from(membership)
    .where(eq(membership.account, account))
    .orderBy(membership.since, membership.organisation)
    .limit(1);
  return { now, owner: first?.organisation ?? null, account };
}

/** Ends the session of a member; gives what its identity provider needs to end there too. */
export function leave(
  database: Pick<Database, 'query'>,
  member: Member,
  now: Date,
): Promise<{ idToken: string | null } | null> {
  return writing(
    database,
    { now, owner: member.organisation?.id ?? null, account: member.account },
    { action: 'session.close', object: null },
    (tx) => endSession(tx, { account: member.account, id: member.session }),
  );
}
