import type { Map as MapLibre } from 'maplibre-gl';
import { createContext } from 'svelte';

/** The map that the components inside a `MapCanvas` draw on: they exist only while it does. */
export class MapContext {
  /** `null` until the style is loaded, and once the canvas is gone. */
  map = $state.raw<MapLibre | null>(null);
  /** The library itself, loaded with the map. */
  library: typeof import('./maplibre.ts') | null = null;
}

export const [getMapContext, setMapContext] = createContext<MapContext>();

/** The map itself, for a component drawn inside its canvas. Throws outside of one. */
export function currentMap(): MapLibre {
  const { map } = getMapContext();
  if (!map) throw new Error('a layer was drawn outside of a ready MapCanvas');
  return map;
}
