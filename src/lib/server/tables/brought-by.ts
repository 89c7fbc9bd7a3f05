import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { ownTable } from '../db/schema/own-tables.ts';

/** The tables that an account brought, in order, those taken away too: part of what is given back to the person. */
export const tablesBroughtBy = (database: Pick<Database, 'query'>, account: string) =>
  database.query
    .select({
      name: ownTable.name,
      file: ownTable.file,
      shared: ownTable.shared,
      organisation: ownTable.owner,
      createdAt: ownTable.createdAt,
      changedAt: ownTable.changedAt,
      removedAt: ownTable.removedAt,
    })
    .from(ownTable)
    .where(eq(ownTable.createdBy, account))
    .orderBy(asc(ownTable.createdAt), ownTable.id);
