import { area, pointOnFeature, polygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { buildTopology } from './topology/build-topology.ts';
import { mergeShapes } from './topology/merge.ts';
import { arcPoints, ringReferences, type Mosaic, type Topology } from './topology/mosaic.ts';
import { ShapeRings, STEPS_PER_DEGREE } from './topology/shape-rings.ts';

/**
 * The outline of each group of shapes, `groups[k]` the group of `shapes[k]`: the borders that two shapes
 * of a group share, vertex to vertex, are gone. A shape that encloses no area takes no part; a group of
 * which nothing is left is `null`.
 */
export function mergeOutlines(
  shapes: readonly (Polygon | MultiPolygon)[],
  groups: readonly number[],
  count: number,
): (MultiPolygon | null)[] {
  const rings = new ShapeRings();
  const groupOf: number[] = [];
  shapes.forEach((shape, at) => {
    const added = rings.add(shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates);
    if (added !== null) groupOf.push(groups[at] as number);
  });
  const topology = buildTopology(rings);
  const merged = mergeShapes(topology, Int32Array.from(groupOf), count);
  return Array.from({ length: count }, (_, group) => outlineOf(topology, merged, group));
}

/** Exteriors of a shape, each with the holes that follow it. */
function outlineOf(topology: Topology, mosaic: Mosaic, shape: number): MultiPolygon | null {
  const polygons: Position[][][] = [];
  for (let ring = mosaic.shapeStart[shape]!; ring < mosaic.shapeStart[shape + 1]!; ring++) {
    const positions = closed(arcPoints(topology, ringReferences(mosaic, ring)));
    if (mosaic.hole[ring] === 1) polygons.at(-1)?.push(positions);
    else polygons.push([positions]);
  }
  return polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons };
}

function closed(points: Int32Array): Position[] {
  const positions: Position[] = [];
  for (let at = 0; at < points.length; at += 2)
    positions.push([points[at]! / STEPS_PER_DEGREE, points[at + 1]! / STEPS_PER_DEGREE]);
  const [first] = positions;
  return first ? [...positions, [...first]] : [];
}

/** A point inside the largest part of an outline, where its name can stand. */
export function labelPoint({ coordinates }: MultiPolygon): Position {
  const parts = coordinates.map((rings) => polygon(rings));
  const largest = parts.reduce((best, part) => (area(part) > area(best) ? part : best));
  return pointOnFeature(largest).geometry.coordinates;
}
