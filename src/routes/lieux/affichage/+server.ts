import { error } from '@sveltejs/kit';
import { encodePlacePoints } from '#lib/domain/places/place-points.ts';
import { carte } from '#lib/messages/carte.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { RequestHandler } from './$types';

/**
 * Where every place stands and what can be asked of it, for the map to draw (ADR 0004): to the pages
 * of the application only, never kept by a shared cache.
 */
export const GET: RequestHandler = async ({ request, url }) => {
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const data = await currentData();
  const bytes = remember(data, 'place-points', '', () =>
    encodePlacePoints(data.places, (code) => data.territories.get('commune', code)?.ordinal ?? -1),
  );
  return compressedResponse(request, bytes, {
    type: 'application/octet-stream',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: tagOf(['lieux', data.revision]),
  });
};
