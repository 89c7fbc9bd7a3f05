import { isZoneKind } from '#lib/domain/zones/zone.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { openToAll } from '#lib/server/http/framing.ts';
import { serveZoneTile, zoneTilesOf } from '#lib/server/tiles/serve-zone-tile.ts';
import { CURRENT_TILESET } from '#lib/server/tiles/tile-json.ts';
import type { RequestHandler } from './$types';

/** What mapping software keeps of a tile whose address does not change with what it holds. */
const FOLLOWING = 'public, max-age=300';

/**
 * One vector tile of the priority neighbourhoods or of the IRIS, cut from the zones that meet it; by the name
 * of the set, or as the one in use. Any site may read it.
 */
export const GET: RequestHandler = async ({ params, request }) => {
  const data = await currentData();
  const { kind, hash } = params;
  const current = hash === CURRENT_TILESET && isZoneKind(kind) ? zoneTilesOf(data, kind) : null;
  const response = await serveZoneTile(
    {
      ...params,
      hash: current?.hash ?? hash,
      acceptEncoding: request.headers.get('accept-encoding'),
      ifNoneMatch: request.headers.get('if-none-match'),
    },
    data,
    appDatabase(),
  );
  if (current && response.status < 400) response.headers.set('cache-control', FOLLOWING);
  return openToAll(response);
};
