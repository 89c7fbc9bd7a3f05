import { ZONE_KINDS } from '#lib/domain/zones/zone.ts';
import { ZONE_SOURCES } from '#lib/domain/zones/zone-source.ts';
import { zones as words } from '#lib/messages/zones.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { zoneTilesOf } from '#lib/server/tiles/serve-zone-tile.ts';
import type { MapData } from '../page-data.ts';

/** The kinds of neighbourhoods that are loaded, and all that a map needs to draw them. */
export const drawnZones = (data: Snapshot): MapData['zones'] =>
  Object.fromEntries(
    ZONE_KINDS.flatMap((kind) => {
      const version = data.versions.get(ZONE_SOURCES[kind]);
      const tiles = zoneTilesOf(data, kind);
      if (!version || !tiles) return [];
      const { hash, ...zooms } = tiles;
      const { title, producer, edition, rowsKept } = version;
      const drawn = {
        ...zooms,
        tiles: `/tuiles/zones/${kind}/${hash}/{z}/{x}/{y}`,
        count: rowsKept,
        attribution: words.map.attribution(title, producer, edition),
      };
      return [[kind, drawn]];
    }),
  );
