import { and, count, desc, eq, isNull } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import { hashToken, newToken } from '../accounts/token.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { account } from '../db/schema/accounts.ts';
import { apiKey } from '../db/schema/api-keys.ts';
import { SCOPES, type Asker, type Scope } from './asker.ts';

type Reach = Pick<Database, 'query'>;

/** Opens every key: whoever finds one in a file knows what it is. */
const PREFIX = 'maillage_';
/** Characters by which a holder knows a key: far too few to guess the rest. */
const HINT = PREFIX.length + 5;
/** Keys in use that an organisation may have. */
export const MOST_KEYS = 50;
/** A use is written down at most this often: a read is not a write. */
const NOTED_EVERY_MS = 5 * 60 * 1000;

const ownedBy = (owner: string | null) =>
  and(owner === null ? isNull(apiKey.owner) : eq(apiKey.owner, owner), isNull(apiKey.revokedAt));

/** Makes a key and gives it, once; `null` when there are as many as there may be. */
export async function makeKey(
  database: Reach,
  hand: Hand,
  { name, scope }: { name: string; scope: Scope },
): Promise<string | null> {
  const key = PREFIX + newToken();
  const id = hashToken(key);
  const made = await writing(
    database,
    hand,
    (done) => (done ? { action: 'key.create', object: key.slice(0, HINT) } : null),
    async (tx) => {
      const [held] = await tx.select({ n: count() }).from(apiKey).where(ownedBy(hand.owner));
      if ((held?.n ?? 0) >= MOST_KEYS) return false;
      await tx.insert(apiKey).values({
        id,
        hint: key.slice(0, HINT),
        name,
        scope,
        owner: hand.owner,
        createdAt: hand.now,
        createdBy: hand.account,
      });
      return true;
    },
  );
  return made ? key : null;
}

export interface HeldKey extends Pick<
  typeof apiKey.$inferSelect,
  'id' | 'hint' | 'name' | 'scope' | 'createdAt' | 'usedAt'
> {
  /** Name of who made it, and whose leaving takes it back; `null` at a machine without accounts. */
  by: string | null;
}

/** The keys in use of an organisation, the latest first. */
export const readKeys = (database: Reach, owner: string | null): Promise<HeldKey[]> =>
  database.query
    .select({
      id: apiKey.id,
      hint: apiKey.hint,
      name: apiKey.name,
      scope: apiKey.scope,
      createdAt: apiKey.createdAt,
      usedAt: apiKey.usedAt,
      by: account.name,
    })
    .from(apiKey)
    .leftJoin(account, eq(account.id, apiKey.createdBy))
    .where(ownedBy(owner))
    .orderBy(desc(apiKey.createdAt), apiKey.id);

/** Takes a key of one’s organisation back: it opens nothing from now on. `false` when there is none such. */
export const revokeKey = (database: Reach, hand: Hand, id: string): Promise<boolean> =>
  writing(
    database,
    hand,
    (hint: string | null) => (hint === null ? null : { action: 'key.revoke', object: hint }),
    async (tx) => {
      const [gone] = await tx
        .update(apiKey)
        .set({ revokedAt: hand.now })
        .where(and(eq(apiKey.id, id), ownedBy(hand.owner)))
        .returning({ hint: apiKey.hint });
      return gone?.hint ?? null;
    },
  ).then((hint) => hint !== null);

/** Who holds a key; `null` when it was never made, was taken back, or is an organisation’s and who made it is erased. Its use is noted from time to time. */
export async function findKey(
  database: Reach,
  key: string,
  now: Date,
): Promise<Extract<Asker, { kind: 'key' }> | null> {
  if (!key.startsWith(PREFIX)) return null;
  const id = hashToken(key);
  const [row] = await database.query.select().from(apiKey).where(eq(apiKey.id, id));
  const scope = SCOPES.find((one) => one === row?.scope);
  if (!row || row.revokedAt !== null || !scope) return null;
  if (row.owner !== null && row.createdBy === null) return null;
  if (row.usedAt === null || now.getTime() - row.usedAt.getTime() >= NOTED_EVERY_MS)
    await database.query.update(apiKey).set({ usedAt: now }).where(eq(apiKey.id, id));
  return { kind: 'key', id, scope, owner: row.owner, account: row.createdBy };
}
