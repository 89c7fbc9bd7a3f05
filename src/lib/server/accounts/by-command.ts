import { eq } from 'drizzle-orm';
import type { Role } from '../../domain/account/role.ts';
import { note, writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { account, membership, organisation } from '../db/schema/accounts.ts';
import { join, makeAccount, makeOrganisation, type NewAccount, type NewOrganisation } from './account.ts';
import { makeInvitation } from './invitations.ts';
import { endSessions } from './sessions.ts';

/** The hand of whoever runs the installation. */
const commandHand = (now: Date, owner: string | null = null) => ({ now, owner, account: null });

/** Makes an account, in an organisation if one is named; gives its number. */
export const addAccount = (
  database: Pick<Database, 'query'>,
  described: NewAccount,
  { organisation: of, role }: { organisation: string | null; role: Role },
  now: Date,
): Promise<string> =>
  writing(
    database,
    commandHand(now, of),
    (id) => ({ action: 'account.create', object: id }),
    async (tx) => {
      const id = await makeAccount(tx, described, now);
      if (of !== null) await join(tx, { account: id, organisation: of, role }, now);
      return id;
    },
  );

/** Makes an organisation, still without members; gives its number. */
export const addOrganisation = (
  database: Pick<Database, 'query'>,
  described: NewOrganisation,
  now: Date,
): Promise<string> =>
  writing(
    database,
    commandHand(now),
    (id) => ({ action: 'organisation.create', object: id }),
    async (tx) => {
      const id = await makeOrganisation(tx, described, now);
      if (described.keepsData) await note(tx, commandHand(now), { action: 'data.entrust', object: id });
      return id;
    },
  );

/** Makes a link by which the holder of an account chooses a password; gives its secret, once. */
export const recoveryLink = (
  database: Pick<Database, 'query'>,
  id: string,
  email: string,
  now: Date,
): Promise<string> =>
  writing(database, commandHand(now), { action: 'account.recover', object: id }, (tx) =>
    makeInvitation(tx, commandHand(now), { purpose: 'recover', email, account: id }),
  );

/** Gives an account a password, already hashed; every session ends. */
export const setPassword = (
  database: Pick<Database, 'query'>,
  id: string,
  password: string,
  now: Date,
): Promise<void> =>
  writing(database, commandHand(now), { action: 'account.password', object: id }, async (tx) => {
    await tx.update(account).set({ password }).where(eq(account.id, id));
    await endSessions(tx, id);
  });

/** Every account with each of its organisations, for whoever runs the installation. */
export const readEverybody = (database: Pick<Database, 'query'>) =>
  database.query
    .select({
      id: account.id,
      name: account.name,
      email: account.email,
      organisation: organisation.name,
      role: membership.role,
      signedInAt: account.signedInAt,
    })
    .from(account)
    .leftJoin(membership, eq(membership.account, account.id))
    .leftJoin(organisation, eq(organisation.id, membership.organisation))
    .orderBy(organisation.name, account.name, account.id);
