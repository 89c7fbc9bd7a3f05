import { mercatorX, mercatorY } from './mercator.ts';
import type { Topology } from './mosaic.ts';
import { STEPS_PER_DEGREE } from './shape-rings.ts';
import { visvalingam } from './visvalingam.ts';

/** A topology with what every level of detail needs, computed once. */
export interface Presimplified {
  topology: Topology;
  /** Position of each vertex in the Web-Mercator unit square, y downward. */
  x: Float64Array;
  y: Float64Array;
  /** Visvalingam weight of each item of `arcVertices`, in areas of the unit square. */
  weights: Float32Array;
}

export function presimplify(topology: Topology): Presimplified {
  const { lon, lat, arcStart, arcVertices } = topology;
  const x = new Float64Array(lon.length);
  const y = new Float64Array(lat.length);
  for (let vertex = 0; vertex < lon.length; vertex++) {
    x[vertex] = mercatorX(lon[vertex]! / STEPS_PER_DEGREE);
    y[vertex] = mercatorY(lat[vertex]! / STEPS_PER_DEGREE);
  }
  const weights = new Float32Array(arcVertices.length);
  for (let arc = 0; arc + 1 < arcStart.length; arc++) {
    const from = arcStart[arc]!;
    const to = arcStart[arc + 1]!;
    visvalingam(along(x, arcVertices, from, to), along(y, arcVertices, from, to), weights.subarray(from, to));
  }
  return { topology, x, y, weights };
}

function along(values: Float64Array, vertices: Int32Array, from: number, to: number): Float64Array {
  const out = new Float64Array(to - from);
  for (let i = from; i < to; i++) out[i - from] = values[vertices[i]!]!;
  return out;
}
