import { error, json } from '@sveltejs/kit';
import { boxAround } from '#lib/charts/projection.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { ZONE_SOURCES } from '#lib/domain/zones/zone-source.ts';
import type { ZoneKind } from '#lib/domain/zones/zone.ts';
import { tuiles as words } from '#lib/messages/tuiles.ts';
import { zones as zoneWords } from '#lib/messages/zones.ts';
import { currentData } from '#lib/server/app.ts';
import { openToAll } from '#lib/server/http/framing.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { zoneTilesOf } from '#lib/server/tiles/serve-zone-tile.ts';
import { tileJson, zoneTileJson } from '#lib/server/tiles/tile-json.ts';

/** What mapping software keeps of a description whose address does not change with what it holds. */
const FOLLOWING = 'public, max-age=300';

/** The TileJSON of the tiles in use; 404 without outlines, or when `asked` is another set than theirs. */
export async function describedTiles(
  { url, level }: { url: URL; level: MapLevel },
  asked: string | null,
): Promise<Response> {
  const data = await currentData();
  const { tileset, versions } = data;
  if (!tileset) error(404, words.notLoaded);
  if (asked !== null && asked !== tileset.hash) error(404, words.unknown);
  const edition = versions.get('contours')?.edition ?? '';
  const described = tileJson({ ...toldOf(data, url, level), level, tileset, edition });
  return answer(described, asked === null ? FOLLOWING : 'public, max-age=31536000, immutable');
}

/** The TileJSON of the zones in use; 404 while none are loaded. */
export async function describedZoneTiles(url: URL, kind: ZoneKind): Promise<Response> {
  const data = await currentData();
  const tileset = zoneTilesOf(data, kind);
  const version = data.versions.get(ZONE_SOURCES[kind]);
  if (!tileset || !version) error(404, words.zones.notLoaded);
  const source = zoneWords.map.attribution(version.title, version.producer, version.edition);
  return answer(zoneTileJson({ ...toldOf(data, url, 'commune'), kind, tileset, source }), FOLLOWING);
}

/** What is said of any set of tiles: where it is, where to look, and whether it is true. */
function toldOf({ territories, demonstration }: Snapshot, { origin }: URL, level: MapLevel) {
  const main = boxAround(
    territories.all('region').flatMap(({ zone, bbox }) => (zone === 'metro' ? [bbox] : [])),
  );
  return {
    origin,
    bounds: boxAround(territories.all(level).map(({ bbox }) => bbox)),
    centre: main && ([(main[0] + main[2]) / 2, (main[1] + main[3]) / 2] as const),
    demonstration,
  };
}

const answer = (described: object, kept: string): Response =>
  openToAll(json(described, { headers: { 'cache-control': kept } }));
