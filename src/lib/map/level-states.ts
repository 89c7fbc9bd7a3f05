import type { Map as MapLibre } from 'maplibre-gl';
import type { MapLevel } from '../domain/territory/level.ts';
import { sourceId } from './level-layers.ts';

const target = (level: MapLevel, id: number) => ({ source: sourceId(level), sourceLayer: level, id });

/**
 * Tells the map the code of each territory, those that changed only: recolours without any new
 * layout. The id of a feature is its place in the column.
 */
export function setCodes(map: MapLibre, level: MapLevel, codes: Uint8Array, before: Uint8Array | null): void {
  for (let id = 0; id < codes.length; id++) {
    if (before?.[id] !== codes[id]) map.setFeatureState(target(level, id), { code: codes[id] });
  }
}

/** Marks one territory and unmarks the one before. */
export function moveMark(
  map: MapLibre,
  mark: 'hovered' | 'focused' | 'marked',
  before: { level: MapLevel; ordinal: number } | null,
  after: { level: MapLevel; ordinal: number } | null,
): void {
  if (before && map.getSource(sourceId(before.level))) {
    map.setFeatureState(target(before.level, before.ordinal), { [mark]: false });
  }
  if (after && map.getSource(sourceId(after.level))) {
    map.setFeatureState(target(after.level, after.ordinal), { [mark]: true });
  }
}
