import { error } from '@sveltejs/kit';
import { encodeRoundsFrame } from '#lib/domain/siting/rounds/rounds-file.ts';
import { isoDay } from '#lib/format/date.ts';
import { carte } from '#lib/messages/carte.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import { readRoundsView, writeRoundsView } from '#lib/view/rounds-view.ts';
import { excessOf, frameOf, questionOf } from '../asked.server.ts';
import type { RequestHandler } from './$types';

/** People, places and communes of rounds, for the search to go on in the browser. */
export const GET: RequestHandler = async ({ request, url }) => {
  // Where places are is shown and not redistributed.
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const { view } = readRoundsView(url.searchParams);
  const data = await currentData();
  if (url.searchParams.get('edition') !== String(data.revision)) error(409, implantation.answer.stale);
  const { territory } = askedTerritory(data, view.within);
  if (!territory) error(404, ecarts.empty.places);
  const excess = excessOf(data, view, territory);
  if (excess !== null) error(400, excess);
  const today = isoDay(new Date());
  const bytes = encodeRoundsFrame(frameOf(data, questionOf(data, view, territory, today)));
  return compressedResponse(request, bytes, {
    type: 'application/octet-stream',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: tagOf(['tournees', data.revision, today, writeRoundsView(view)]),
  });
};
