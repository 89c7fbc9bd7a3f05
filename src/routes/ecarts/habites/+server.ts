import { error } from '@sveltejs/kit';
import { encodeInhabited } from '#lib/domain/access/demand/inhabited-file.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { RequestHandler } from './$types';

/** Where people live in large communes, for distances to be measured in the browser as on the server. */
export const GET: RequestHandler = async ({ request }) => {
  const data = await currentData();
  const { inhabited } = data;
  if (!inhabited) error(404, ecarts.map.noInhabited);
  const bytes = remember(data, 'inhabited-file', '', () => encodeInhabited(inhabited.points));
  return compressedResponse(request, bytes, {
    type: 'application/octet-stream',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: tagOf(['habites', data.revision]),
  });
};
