import { error } from '@sveltejs/kit';
import { editions as words } from '#lib/messages/editions.ts';
import { appDatabase } from '#lib/server/app.ts';
import { readCited, type CitedVersion } from '#lib/server/editions/former.ts';

/** Greatest number that the database can hold as one. */
const MOST = 2_147_483_647;

/** The version that an address names, or the page that says that there is none. */
export async function cited(params: { version: string }): Promise<CitedVersion> {
  const id = /^\d{1,10}$/.test(params.version) ? Number(params.version) : Number.NaN;
  const found = id <= MOST ? await readCited(appDatabase(), id) : null;
  if (!found) error(404, words.cited.none);
  return found;
}
