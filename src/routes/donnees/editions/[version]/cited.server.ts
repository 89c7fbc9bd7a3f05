import { error } from '@sveltejs/kit';
import { tableOfSource } from '#lib/domain/tables/own-source.ts';
import { editions as words } from '#lib/messages/editions.ts';
import { appDatabase } from '#lib/server/app.ts';
import { readCited, type CitedVersion } from '#lib/server/editions/former.ts';
import { visitorOf, type Asking } from '#lib/server/guard.ts';
import { readOwnTable } from '#lib/server/queries/own-tables.ts';
import { readerOf } from '#lib/server/table-guard.ts';

/** Greatest number that the database can hold as one. */
const MOST = 2_147_483_647;

/**
 * The version that an address names, or the page that says that there is none. One of a table that somebody
 * brought is for who may see the table, and goes with it.
 */
export async function cited(event: Asking & { params: { version: string } }): Promise<CitedVersion> {
  const { version: asked } = event.params;
  const id = /^\d{1,10}$/.test(asked) ? Number(asked) : Number.NaN;
  const found = id <= MOST ? await readCited(appDatabase(), id) : null;
  const table = found && tableOfSource(found.version.source);
  const seen = table === null || (await readOwnTable(appDatabase(), table, readerOf(await visitorOf(event))));
  if (!found || !seen) error(404, words.cited.none);
  return found;
}
