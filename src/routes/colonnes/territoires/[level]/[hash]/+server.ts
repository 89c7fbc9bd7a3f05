import { error } from '@sveltejs/kit';
import { isLevel } from '#lib/domain/territory/level.ts';
import { errors } from '#lib/messages/errors.ts';
import { currentData } from '#lib/server/app.ts';
import { territoryIndexFile } from '#lib/server/columns/territory-index.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import type { RequestHandler } from './$types';

/** The territories of a level, in the order of its columns; the address changes with the content. */
export const GET: RequestHandler = async ({ params, request }) => {
  const { level, hash } = params;
  if (!isLevel(level)) error(404, errors.notFound);
  const file = territoryIndexFile((await currentData()).territories, level);
  if (hash !== file.hash) error(404, errors.notFound);
  return compressedResponse(request, file.json, {
    type: 'application/json; charset=utf-8',
    cacheControl: 'public, max-age=31536000, immutable',
    etag: hash,
  });
};
