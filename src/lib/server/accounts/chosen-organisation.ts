import type { Database } from '../db/client.ts';
import { organisation } from '../db/schema/accounts.ts';

/**
 * The organisation on whose behalf a command line acts: the one named, or the only one; `null` where there
 * are no accounts. When it cannot be told, the names to choose from.
 */
export async function chosenOrganisation(
  database: Pick<Database, 'query'>,
  name: string | undefined,
): Promise<{ owner: string | null } | { names: string[] }> {
  const all = await database.query
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .orderBy(organisation.name);
  const plain = (text: string): string => text.trim().toLocaleLowerCase('fr');
  const fitting = name === undefined ? all : all.filter((one) => plain(one.name) === plain(name));
  if (name === undefined && all.length === 0) return { owner: null };
  const [only] = fitting;
  return only && fitting.length === 1 ? { owner: only.id } : { names: all.map((one) => one.name) };
}
