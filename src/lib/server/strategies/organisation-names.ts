import { inArray } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { organisation } from '../db/schema/accounts.ts';

/** Names of some organisations by their identifiers; those that are not there any more are left out. */
export async function organisationNames(
  database: Pick<Database, 'query'>,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const asked = [...new Set(ids)].filter((id) => id !== '');
  if (asked.length === 0) return new Map();
  const rows = await database.query
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, asked));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
