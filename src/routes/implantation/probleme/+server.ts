import { error } from '@sveltejs/kit';
import { encodeFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { isoDay } from '#lib/format/date.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readSitingView } from '#lib/view/siting-view.ts';
import { frameOf, isTooLarge, questionKey } from '../asked.server.ts';
import type { RequestHandler } from './$types';

/** People, places and candidates of a question, for the search to go on in the browser. */
export const GET: RequestHandler = async ({ request, url }) => {
  const { view } = readSitingView(url.searchParams);
  const data = await currentData();
  const { territory } = askedTerritory(data, view.within);
  if (!territory) error(404, ecarts.empty.places);
  if (isTooLarge(data, view, territory)) error(400, implantation.problems.tooLarge);
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
