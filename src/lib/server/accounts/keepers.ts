import { and, eq, ne } from 'drizzle-orm';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { organisation } from '../db/schema/accounts.ts';

/** The organisations that keep the data of the installation, by name. */
export const readKeepers = (database: Pick<Database, 'query'>): Promise<{ id: string; name: string }[]> =>
  database.query
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.keepsData, true))
    .orderBy(organisation.name, organisation.id);

/**
 * Has an organisation keep the data of the installation, or keep it no more: whoever runs the machine
 * decides, and every organisation finds it in its journal. `false` when it was so already.
 */
export const entrustData = (
  database: Pick<Database, 'query'>,
  of: string,
  keepsData: boolean,
  now: Date,
): Promise<boolean> =>
  writing(
    database,
    { now, owner: null, account: null },
    (changed) => (changed ? { action: keepsData ? 'data.entrust' : 'data.withdraw', object: of } : null),
    async (tx) => {
      const changed = await tx
        .update(organisation)
        .set({ keepsData })
        .where(and(eq(organisation.id, of), ne(organisation.keepsData, keepsData)))
        .returning({ id: organisation.id });
      return changed.length > 0;
    },
  );
