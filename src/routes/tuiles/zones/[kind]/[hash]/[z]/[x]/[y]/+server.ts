import { appDatabase, currentData } from '#lib/server/app.ts';
import { serveZoneTile } from '#lib/server/tiles/serve-zone-tile.ts';
import type { RequestHandler } from './$types';

/** One vector tile of the priority neighbourhoods or of the IRIS, cut from the zones that meet it. */
export const GET: RequestHandler = async ({ params, request }) =>
  serveZoneTile(
    {
      ...params,
      acceptEncoding: request.headers.get('accept-encoding'),
      ifNoneMatch: request.headers.get('if-none-match'),
    },
    await currentData(),
    appDatabase(),
  );
