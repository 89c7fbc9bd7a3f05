import { error } from '@sveltejs/kit';
import { isLevel } from '#lib/domain/territory/level.ts';
import { errors } from '#lib/messages/errors.ts';
import { currentData } from '#lib/server/app.ts';
import { territoryIndexFile } from '#lib/server/columns/territory-index.ts';
import type { RequestHandler } from './$types';

/** The territories of a level, in the order of its columns; the address changes with the content. */
export const GET: RequestHandler = async ({ params, request }) => {
  const { level, hash } = params;
  if (!isLevel(level)) error(404, errors.notFound);
  const file = territoryIndexFile((await currentData()).territories, level);
  if (hash !== file.hash) error(404, errors.notFound);
  const headers: Record<string, string> = {
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'application/json; charset=utf-8',
    etag: `"${hash}"`,
    vary: 'accept-encoding',
  };
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers });
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
    return new Response(file.json, { headers });
  return new Response(file.gzip, { headers: { ...headers, 'content-encoding': 'gzip' } });
};
