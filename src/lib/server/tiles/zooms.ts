/** Zooms of the tiles of every level: all levels have all zooms, so that borders of parents fit those of communes. */
export const MIN_ZOOM = 4;
/** Finest tiles; the browser enlarges them beyond. A unit is 3.3 m in the middle of France, under the 50 m of the source. */
export const MAX_ZOOM = 11;

/** Tile units kept around a tile so that its strokes join those of the next: 4 pixels of a 512-pixel tile. */
export const TILE_BUFFER = 32;

/** Visvalingam threshold, in square tile units: an inner point weighs at least this much to be drawn. */
export const SIMPLIFICATION = 64;

/** Islets and lakes under this many square tile units are left out: a square of three eighths of a pixel. */
export const SMALLEST_RING = 9;

/** Raised when the same outlines would give other tiles. */
export const TILES_REVISION = 1;
