import { appDatabase, currentData } from '#lib/server/app.ts';
import { serveTile } from '#lib/server/tiles/serve-tile.ts';
import { shelfOf } from '#lib/server/tiles/shelf.ts';
import type { RequestHandler } from './$types';

/** One vector tile of the current set, from memory. */
export const GET: RequestHandler = async ({ params, request }) => {
  const { tileset } = await currentData();
  return serveTile(
    {
      ...params,
      acceptEncoding: request.headers.get('accept-encoding'),
      ifNoneMatch: request.headers.get('if-none-match'),
    },
    tileset,
    (hash) => shelfOf(appDatabase(), hash),
  );
};
