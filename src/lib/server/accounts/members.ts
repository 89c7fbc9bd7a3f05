import { and, eq } from 'drizzle-orm';
import { grants, type Role } from '../../domain/account/role.ts';
import type { Hand } from '../../domain/account/visitor.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { account, membership } from '../db/schema/accounts.ts';
import { isMember, othersOf } from './account.ts';
import { revokeKeysOf } from './own-keys.ts';

/** A member as an administrator sees them. */
export interface ListedMember {
  account: string;
  name: string;
  email: string;
  role: string;
  since: Date;
  signedInAt: Date | null;
}

/** The members of an organisation, by name. */
export const readMembers = (database: Pick<Database, 'query'>, of: string): Promise<ListedMember[]> =>
  database.query
    .select({
      account: account.id,
      name: account.name,
      email: account.email,
      role: membership.role,
      since: membership.since,
      signedInAt: account.signedInAt,
    })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.account))
    .where(eq(membership.organisation, of))
    .orderBy(account.name, account.id);

/** What became of a change among members: `last` would leave nobody to administer. */
export type MemberChange = 'done' | 'unknown' | 'last';

type Owned = Hand & { owner: string };

/** Gives a member of the hand’s organisation another role; where that makes no keys, those they made are taken back. */
export const changeRole = (
  database: Pick<Database, 'query'>,
  hand: Owned,
  id: string,
  role: Role,
): Promise<MemberChange> =>
  writing(
    database,
    hand,
    (became) => (became === 'done' ? { action: 'member.role', object: id } : null),
    async (tx) => {
      const others = await othersOf(tx, hand.owner, id);
      if (!(await isMember(tx, id, hand.owner))) return 'unknown';
      if (role !== 'administrator' && others.administrators === 0) return 'last';
      await tx
        .update(membership)
        .set({ role })
        .where(and(eq(membership.account, id), eq(membership.organisation, hand.owner)));
      if (!grants(role, 'make-keys')) await revokeKeysOf(tx, hand, id, hand.owner);
      return 'done';
    },
  );

/** Takes a member out of the hand’s organisation, with the keys that they made for it; their account stays theirs. */
export const removeMember = (
  database: Pick<Database, 'query'>,
  hand: Owned,
  id: string,
): Promise<MemberChange> =>
  writing(
    database,
    hand,
    (became) => (became === 'done' ? { action: 'member.remove', object: id } : null),
    async (tx) => {
      const others = await othersOf(tx, hand.owner, id);
      if (!(await isMember(tx, id, hand.owner))) return 'unknown';
      if (others.administrators === 0) return 'last';
      await tx
        .delete(membership)
        .where(and(eq(membership.account, id), eq(membership.organisation, hand.owner)));
      await revokeKeysOf(tx, hand, id, hand.owner);
      return 'done';
    },
  );
