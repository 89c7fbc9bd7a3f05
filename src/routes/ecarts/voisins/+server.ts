import { error } from '@sveltejs/kit';
import { encodeContiguity } from '#lib/domain/spatial/contiguity-file.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { RequestHandler } from './$types';

/** Which communes share a border, for hot and cold spots to be found in the browser. */
export const GET: RequestHandler = async ({ request }) => {
  const data = await currentData();
  const { contiguity } = data;
  if (!contiguity) error(404, ecarts.map.noContiguity);
  const bytes = remember(data, 'contiguity-file', '', () => encodeContiguity(contiguity));
  return compressedResponse(request, bytes, {
    type: 'application/octet-stream',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: tagOf(['voisins', data.revision]),
  });
};
