import { error, json } from '@sveltejs/kit';
import { boxAround } from '#lib/charts/projection.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { tuiles as words } from '#lib/messages/tuiles.ts';
import { currentData } from '#lib/server/app.ts';
import { openToAll } from '#lib/server/http/framing.ts';
import { tileJson } from '#lib/server/tiles/tile-json.ts';

/** The TileJSON of the tiles in use; 404 without outlines, or when `asked` is another set than theirs. */
export async function describedTiles(
  { url, level }: { url: URL; level: MapLevel },
  asked: string | null,
): Promise<Response> {
  const data = await currentData();
  const { tileset, territories, versions, demonstration } = data;
  if (!tileset) error(404, words.notLoaded);
  if (asked !== null && asked !== tileset.hash) error(404, words.unknown);
  const main = boxAround(
    territories.all('region').flatMap(({ zone, bbox }) => (zone === 'metro' ? [bbox] : [])),
  );
  const described = tileJson({
    origin: url.origin,
    level,
    tileset,
    bounds: boxAround(territories.all(level).map(({ bbox }) => bbox)),
    centre: main && [(main[0] + main[2]) / 2, (main[1] + main[3]) / 2],
    edition: versions.get('contours')?.edition ?? '',
    demonstration,
  });
  const kept = asked === null ? 'public, max-age=300' : 'public, max-age=31536000, immutable';
  return openToAll(json(described, { headers: { 'cache-control': kept } }));
}
