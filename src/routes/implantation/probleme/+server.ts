import { error } from '@sveltejs/kit';
import { encodeFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { isoDay } from '#lib/format/date.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { carte } from '#lib/messages/carte.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import { currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readSitingView } from '#lib/view/siting-view.ts';
import { frameOf, excessOf, questionKey } from '#lib/server/siting/asked.ts';
import type { RequestHandler } from './$types';

/** People, places and candidates of a question, for the search to go on in the browser. */
export const GET: RequestHandler = async ({ request, url }) => {
  const { view } = readSitingView(url.searchParams);
  // Where places are, and their names, are shown and not redistributed.
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const data = await currentData();
  if (url.searchParams.get('edition') !== String(data.revision)) error(409, implantation.answer.stale);
  const { territory } = askedTerritory(data, view.within);
  if (!territory) error(404, ecarts.empty.places);
  const excess = excessOf(data, view, territory);
  if (excess !== null) error(400, excess);
  const today = isoDay(new Date());
  const key = questionKey(view, today);
  const bytes = remember(
    data,
    'siting-file',
    key,
    () => encodeFrame(frameOf(data, view, territory, today)),
    8,
  );
  return compressedResponse(request, bytes, {
    type: 'application/octet-stream',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: `implantation-${data.revision}-${encodeURIComponent(key)}`,
  });
};
