import { appDatabase, currentData } from '#lib/server/app.ts';
import { openToAll } from '#lib/server/http/framing.ts';
import { serveTile } from '#lib/server/tiles/serve-tile.ts';
import { shelfOf } from '#lib/server/tiles/shelf.ts';
import { CURRENT_TILESET } from '#lib/server/tiles/tile-json.ts';
import type { RequestHandler } from './$types';

/** What mapping software keeps of a tile whose address does not change with what it holds. */
const FOLLOWING = 'public, max-age=300';

/** One vector tile of the current set, from memory; by the name of the set, or as the one in use. */
export const GET: RequestHandler = async ({ params, request }) => {
  const { tileset } = await currentData();
  const follows = params.tileset === CURRENT_TILESET;
  const response = await serveTile(
    {
      ...params,
      tileset: follows && tileset ? tileset.hash : params.tileset,
      acceptEncoding: request.headers.get('accept-encoding'),
      ifNoneMatch: request.headers.get('if-none-match'),
    },
    tileset,
    (hash) => shelfOf(appDatabase(), hash),
  );
  if (follows && response.status < 400) response.headers.set('cache-control', FOLLOWING);
  return openToAll(response);
};
