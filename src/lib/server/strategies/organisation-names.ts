import { inArray } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { organisation } from '../db/schema/accounts.ts';

/** What the organisations of some identifiers are called. */
export async function organisationNames(
  database: Pick<Database, 'query'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database.query
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
