import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { placeList } from '../db/schema/lists.ts';

/** The sources (`liste-3`) of the lists whose rows may leave. */
export async function readSharedLists(database: Pick<Database, 'query'>): Promise<Set<string>> {
  const rows = await database.query
    .select({ id: placeList.id })
    .from(placeList)
    .where(eq(placeList.shared, true));
  return new Set(rows.map(({ id }) => `liste-${id}`));
}
