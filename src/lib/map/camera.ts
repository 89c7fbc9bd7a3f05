import type { Map as MapLibre } from 'maplibre-gl';

/** Where a map looks, degrees and Web Mercator zoom. */
export interface Viewpoint {
  lon: number;
  lat: number;
  zoom: number;
}

/** West, south, east, north, degrees. */
export type Extent = readonly [number, number, number, number];

/** Camera moves are short; none where the person asked for reduced motion (the library sees to it). */
const MOVE_MS = 450;

/** Room between what is shown and the edges, panels included, pixels. */
export type Padding = { top: number; right: number; bottom: number; left: number };

export function viewpointOf(map: MapLibre): Viewpoint {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/** A commune is framed with its neighbours around it. */
export const CLOSEST_FRAME = 10;

/** Brings an extent into view, no closer than it takes to see what is around. */
export function showExtent(map: MapLibre, [west, south, east, north]: Extent, padding: Padding): void {
  map.fitBounds([west, south, east, north], { padding, maxZoom: CLOSEST_FRAME, duration: MOVE_MS });
}

export function showViewpoint(map: MapLibre, { lon, lat, zoom }: Viewpoint): void {
  map.easeTo({ center: [lon, lat], zoom, duration: MOVE_MS });
}

/** Moves just enough for a point to be in sight, away from the edges. */
export function keepInSight(map: MapLibre, lon: number, lat: number, padding: Padding): void {
  const { x, y } = map.project([lon, lat]);
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const margin = 60;
  const inside =
    x > padding.left + margin &&
    x < width - padding.right - margin &&
    y > padding.top + margin &&
    y < height - padding.bottom - margin;
  if (!inside) map.easeTo({ center: [lon, lat], duration: MOVE_MS });
}
