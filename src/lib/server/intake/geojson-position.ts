export interface Position {
  latitude: number;
  longitude: number;
  /** Whether the geometry is a point; otherwise the position is the middle of its bounding box. */
  exact: boolean;
}

/**
 * Where a GeoJSON geometry is (RFC 7946: longitude first): its point, or the middle of the bounding box
 * of its coordinates. `null` when it has no finite position.
 */
export function positionOf(geometry: unknown): Position | null {
  if (!isRecord(geometry)) return null;
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const waiting: unknown[] = [geometry];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (isRecord(part)) waiting.push(part.coordinates, ...listOf(part.geometries));
    else if (Array.isArray(part)) {
      const [longitude, latitude] = part as unknown[];
      if (typeof longitude === 'number' && typeof latitude === 'number') {
        if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) continue;
        box.west = Math.min(box.west, longitude);
        box.east = Math.max(box.east, longitude);
        box.south = Math.min(box.south, latitude);
        box.north = Math.max(box.north, latitude);
      } else for (const inner of part as unknown[]) if (Array.isArray(inner)) waiting.push(inner);
    }
  }
  if (box.west > box.east) return null;
  return {
    latitude: (box.south + box.north) / 2,
    longitude: (box.west + box.east) / 2,
    exact: geometry.type === 'Point',
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MAX_PARTS) : []);

/** Geometries of a collection looked at: more would pass what a call takes as arguments. */
const MAX_PARTS = 10_000;
