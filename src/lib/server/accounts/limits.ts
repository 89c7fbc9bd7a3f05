import { createHash } from 'node:crypto';
import { inArray, lte, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { rateLimit } from '../db/schema/accounts.ts';

/** How many tries in how long. */
export interface Limit {
  name: string;
  tries: number;
  ms: number;
}

const QUARTER_MS = 15 * 60 * 1000;

/** Passwords tried for one address: 5 in a quarter of an hour. */
export const BY_ACCOUNT: Limit = { name: 'account', tries: 5, ms: QUARTER_MS };

/** From one place, whatever the account: a town hall signs in behind one address. */
export const BY_PLACE: Limit = { name: 'place', tries: 60, ms: QUARTER_MS };

/** Links tried from one place: nobody mistypes a link so often. */
export const BY_LINK: Limit = { name: 'link', tries: 30, ms: QUARTER_MS };

/** The same for links to a strategy. */
export const BY_SHARE: Limit = { name: 'share', tries: 30, ms: QUARTER_MS };

/** Comments written by who comes by a link, from one place: a whole meeting may be behind one address. */
export const BY_GUEST: Limit = { name: 'guest', tries: 60, ms: QUARTER_MS };

/** Keys of the interface tried from one place: a program that has one does not mistype it. */
export const BY_KEY: Limit = { name: 'key', tries: 30, ms: QUARTER_MS };

/** What is counted: a limit, and for whom. */
export interface Counted {
  limit: Limit;
  who: string;
}

/** No address is kept, only its hash. */
const keyOf = ({ limit, who }: Counted): string =>
  `${limit.name}:${createHash('sha256').update(who).digest('hex')}`;

/**
 * The network of an address: of IPv6, the first 64 bits, since one subscriber has them all.
 */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%', 1)[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * Counts a try for each of these and says how long to wait: `null` to go on, else the milliseconds until
 * the first may try again. Counted before the work is done, in one statement each: tries at once, on
 * several servers, are all counted.
 */
export async function takeTry(
  database: Pick<Database, 'query'>,
  counted: readonly Counted[],
  now: Date,
): Promise<number | null> {
  let wait: number | null = null;
  for (const one of counted) {
    const endsAt = new Date(now.getTime() + one.limit.ms);
    const over = sql`${rateLimit.endsAt} <= ${now.toISOString()}`;
    const [row] = await database.query
      .insert(rateLimit)
      .values({ key: keyOf(one), tries: 1, endsAt })
      .onConflictDoUpdate({
        target: rateLimit.key,
        set: {
          tries: sql`case when ${over} then 1 else ${rateLimit.tries} + 1 end`,
          endsAt: sql`case when ${over} then ${endsAt.toISOString()}::timestamptz else ${rateLimit.endsAt} end`,
        },
      })
      .returning();
    if (row && row.tries > one.limit.tries) wait = Math.max(wait ?? 0, row.endsAt.getTime() - now.getTime());
  }
  return wait;
}

/** Forgets the tries of who turned out to be right. */
export async function forgiveTries(
  database: Pick<Database, 'query'>,
  counted: readonly Counted[],
): Promise<void> {
  await database.query.delete(rateLimit).where(inArray(rateLimit.key, counted.map(keyOf)));
}

/** Forgets what is over. */
export async function forgetTries(database: Pick<Database, 'query'>, now: Date): Promise<void> {
  await database.query.delete(rateLimit).where(lte(rateLimit.endsAt, now));
}
