import { MAP_LEVELS } from '#lib/domain/territory/level.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { carte } from '#lib/messages/carte.ts';
import { loadedColumns } from '#lib/server/queries/loaded-columns.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { drawnZones } from './zones/drawn-zones.server.ts';
import type { Bounds, MapData } from './page-data.ts';

/** The names of what is loaded: small, and the same for every view. */
export function readMapData(
  data: Snapshot,
  indexHash: (level: (typeof MAP_LEVELS)[number]) => string,
): MapData {
  return {
    revision: data.revision,
    demonstration: data.demonstration,
    tiles: data.tileset && {
      hash: data.tileset.hash,
      minZoom: data.tileset.minZoom,
      maxZoom: data.tileset.maxZoom,
    },
    index: Object.fromEntries(MAP_LEVELS.map((level) => [level, indexHash(level)])),
    columns: loadedColumns(data),
    quickViews: quickViews(data.territories.all('region')),
    places: data.places.length,
    zones: drawnZones(data),
    towns: remember(data, 'towns', '', () => largestTowns(data.territories.all('commune'))),
  };
}

/** Names enough for a view of the country. */
const TOWNS = 120;

function largestTowns(communes: readonly Territory[]): MapData['towns'] {
  return communes
    .flatMap(({ name, lon, lat, population }) =>
      lon === null || lat === null || population === null ? [] : [{ name, lon, lat, population }],
    )
    .sort((a, b) => b.population - a.population)
    .slice(0, TOWNS);
}

/** The mainland as one view, then each région overseas; on a smaller country, what there is. */
export function quickViews(regions: readonly Territory[]): MapData['quickViews'] {
  const drawn = regions.filter(
    (region): region is Territory & { bbox: [number, number, number, number] } => !!region.bbox,
  );
  const main = drawn.filter(({ zone }) => zone === 'metro');
  const views =
    main.length > 0
      ? [
          {
            label: main.length > 1 ? carte.quickViews.mainland : (main[0] as Territory).name,
            bounds: around(main),
          },
        ]
      : [];
  return [
    ...views,
    ...drawn.filter(({ zone }) => zone === 'drom').map(({ name, bbox }) => ({ label: name, bounds: bbox })),
  ];
}

function around(territories: readonly { bbox: [number, number, number, number] }[]): Bounds {
  const edges = territories.map(({ bbox }) => bbox);
  return [
    Math.min(...edges.map(([west]) => west)),
    Math.min(...edges.map(([, south]) => south)),
    Math.max(...edges.map(([, , east]) => east)),
    Math.max(...edges.map(([, , , north]) => north)),
  ];
}
