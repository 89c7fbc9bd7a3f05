import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { MAP_LEVELS, type MapLevel } from '../domain/territory/level.ts';
import { fillId } from './level-layers.ts';

/** A territory of a level, by its place in the columns. */
export interface TerritoryAt {
  level: MapLevel;
  ordinal: number;
}

export interface PointerEvents {
  /** What is under the pointer, and where it is in the map, pixels; `null` when nothing is. */
  onhover: (at: (TerritoryAt & { x: number; y: number }) | null) => void;
  onpress: (at: TerritoryAt) => void;
}

/** The territory drawn at a point of the map, of the level on top. */
function territoryAt(map: MapLibre, event: MapMouseEvent): TerritoryAt | null {
  const layers = MAP_LEVELS.map(fillId).filter((id) => map.getLayer(id));
  if (layers.length === 0) return null;
  const [feature] = map.queryRenderedFeatures(event.point, { layers });
  const level = MAP_LEVELS.find((one) => fillId(one) === feature?.layer.id);
  return level && typeof feature?.id === 'number' ? { level, ordinal: feature.id } : null;
}

/** Tells which territory the pointer is on and which is pressed. Returns what stops listening. */
export function watchPointer(map: MapLibre, { onhover, onpress }: PointerEvents): () => void {
  const canvas = map.getCanvas();
  const onmove = (event: MapMouseEvent): void => {
    const at = territoryAt(map, event);
    canvas.style.cursor = at ? 'pointer' : '';
    onhover(at && { ...at, x: event.point.x, y: event.point.y });
  };
  const onout = (): void => onhover(null);
  const onclick = (event: MapMouseEvent): void => {
    if (event.defaultPrevented) return;
    const at = territoryAt(map, event);
    if (at) onpress(at);
  };
  map.on('mousemove', onmove);
  map.on('mouseout', onout);
  map.on('dragstart', onout);
  map.on('click', onclick);
  return () => {
    map.off('mousemove', onmove);
    map.off('mouseout', onout);
    map.off('dragstart', onout);
    map.off('click', onclick);
  };
}
