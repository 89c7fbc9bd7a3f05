import type { MapLevel } from '#lib/domain/territory/level.ts';
import { DEFAULT_TABLE, type MapView } from '#lib/view/map-view.ts';
import { writeMapView } from '#lib/view/write-map-view.ts';

/** The address of the same view drawn by the server, at the level that is shown. */
export function imageAddress(view: MapView, level: MapLevel): string {
  return `/carte/image.svg?${writeMapView({ ...view, level, table: DEFAULT_TABLE })}`;
}
