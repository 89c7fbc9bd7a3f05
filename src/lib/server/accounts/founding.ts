import type { OrganisationKind } from '../../domain/account/organisation-kind.ts';
import { note, writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { adoptRecords } from '../places/adopt.ts';
import { adoptStrategies } from '../strategies/adopt.ts';
import { adoptTables } from '../tables/adopt.ts';
import {
  hasAccounts,
  join,
  lockFounding,
  makeAccount,
  makeOrganisation,
  type NewAccount,
} from './account.ts';

/** What leaves the single-user mode behind. */
export interface Founding {
  organisation: { name: string; kind: OrganisationKind };
  account: NewAccount;
}

/**
 * Makes the first organisation with its administrator, and gives it what was made at this machine before:
 * lists, imports, records, corrections, verdicts, contacts, strategies, tables. It keeps the data of the
 * installation. `null` when there are accounts already; all of it or nothing.
 */
export function found(
  database: Pick<Database, 'query'>,
  { organisation, account }: Founding,
  now: Date,
): Promise<{ account: string; organisation: string } | null> {
  return writing(
    database,
    { now, owner: null, account: null },
    () => null,
    async (tx) => {
      await lockFounding(tx);
      if (await hasAccounts({ query: tx })) return null;
      const owner = await makeOrganisation(tx, { ...organisation, keepsData: true }, now);
      const id = await makeAccount(tx, account, now);
      await join(tx, { account: id, organisation: owner, role: 'administrator' }, now);
      const hand = { now, owner, account: id };
      await note(tx, hand, { action: 'organisation.create', object: owner });
      await note(tx, hand, { action: 'account.create', object: id });
      const adopted = [
        await adoptRecords(tx, owner, now),
        await adoptStrategies(tx, owner),
        await adoptTables(tx, owner),
      ];
      if (adopted.includes(true)) await note(tx, hand, { action: 'organisation.adopt', object: owner });
      return { account: id, organisation: owner };
    },
  );
}
