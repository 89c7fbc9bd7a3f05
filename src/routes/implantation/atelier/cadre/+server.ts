import { error } from '@sveltejs/kit';
import { encodeHandFrame } from '#lib/domain/siting/hand/hand-frame.ts';
import { isoDay } from '#lib/format/date.ts';
import { carte } from '#lib/messages/carte.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readSitingView } from '#lib/view/siting-view.ts';
import { frameQuery } from '#lib/siting/frame-query.ts';
import { handExcess, handFrameOf } from '#lib/server/siting/hand-frames.ts';
import type { RequestHandler } from './$types';

/** People and places of a territory and what is around it, for scenarios to be counted in the browser. */
export const GET: RequestHandler = async ({ request, url }) => {
  const { view } = readSitingView(url.searchParams);
  // Where places are, and their names, are shown and not redistributed.
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const data = await currentData();
  if (url.searchParams.get('edition') !== String(data.revision)) error(409, implantation.answer.stale);
  const { territory } = askedTerritory(data, view.within);
  if (!territory) error(404, ecarts.empty.places);
  const excess = handExcess(data, view, territory);
  if (excess !== null) error(400, excess);
  const today = isoDay(new Date());
  const key = `${frameQuery(view)}/${today}`;
  const bytes = remember(
    data,
    'hand-frame-file',
    key,
    () => new TextEncoder().encode(encodeHandFrame(handFrameOf(data, view, territory, today))),
    8,
  );
  return compressedResponse(request, bytes, {
    type: 'application/json',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: `atelier-${data.revision}-${encodeURIComponent(key)}`,
  });
};
