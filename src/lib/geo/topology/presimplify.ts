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
  const x = Float64Array.from(lon, (steps) => mercatorX(steps / STEPS_PER_DEGREE));
  const y = Float64Array.from(lat, (steps) => mercatorY(steps / STEPS_PER_DEGREE));
  const weights = new Float32Array(arcVertices.length);
  for (let arc = 0; arc + 1 < arcStart.length; arc++) {
    const vertices = arcVertices.subarray(arcStart[arc], arcStart[arc + 1]);
    visvalingam(
      Float64Array.from(vertices, (vertex) => x[vertex]!),
      Float64Array.from(vertices, (vertex) => y[vertex]!),
      weights.subarray(arcStart[arc], arcStart[arc + 1]),
    );
  }
  return { topology, x, y, weights };
}
