import { error } from '@sveltejs/kit';
import type { Territory } from '../domain/territory/territory.ts';
import { isoDay } from '../format/date.ts';
import { carte } from '../messages/carte.ts';
import { ecarts } from '../messages/ecarts.ts';
import { implantation } from '../messages/implantation.ts';
import { currentData } from './app.ts';
import { askedTerritory } from './gaps/gaps-territory.ts';
import { compressedResponse } from './http/compressed.ts';
import { tagOf } from './http/etag.ts';
import { isSameOrigin } from './http/same-origin.ts';
import { remember } from './queries/memo.ts';
import type { Snapshot } from './queries/snapshot.ts';

/** Files kept in memory: a browser asks for its own again when the question changes back. */
const KEPT = 8;

/** A file of people and places that a page of siting works on in the browser. */
interface SitingFile<View> {
  /** Its name in memory and in its tag. */
  name: string;
  type: string;
  /** The question of an address. */
  read(parameters: URLSearchParams): { view: View };
  /** Why a question is too large to be answered in a browser; `null` when it is not. */
  excess(data: Snapshot, view: View, territory: Territory): string | null;
  /** What tells two files of an edition apart. */
  key(view: View, today: string): string;
  encode(data: Snapshot, view: View, territory: Territory, today: string): Uint8Array<ArrayBuffer>;
}

/**
 * Answers a page of siting that asks for its file, of the edition that it shows: 403 to another site, 409 once
 * the data has changed, 404 for an unknown territory, 400 when the question is too large.
 */
export async function sitingFile<View extends { within: string | null }>(
  { request, url }: { request: Request; url: URL },
  { name, type, read, excess, key, encode }: SitingFile<View>,
): Promise<Response> {
  const { view } = read(url.searchParams);
  // Where places are, and their names, are shown and not redistributed.
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const data = await currentData();
  if (url.searchParams.get('edition') !== String(data.revision)) error(409, implantation.answer.stale);
  const { territory } = askedTerritory(data, view.within);
  if (!territory) error(404, ecarts.empty.places);
  const tooLarge = excess(data, view, territory);
  if (tooLarge !== null) error(400, tooLarge);
  const today = isoDay(new Date());
  const asked = key(view, today);
  const bytes = () => remember(data, name, asked, () => encode(data, view, territory, today), KEPT);
  return compressedResponse(request, bytes, {
    type,
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: tagOf([name, data.revision, asked]),
  });
}
