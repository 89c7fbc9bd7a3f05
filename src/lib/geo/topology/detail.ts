import type { Grid } from './grid.ts';
import { arcOf, ringReferences, type Mosaic, type Topology } from './mosaic.ts';
import type { Presimplified } from './presimplify.ts';

/**
 * The arcs of a topology at one level of detail: vertices under a threshold left out, the others on
 * an integer grid. Whatever shape uses an arc sees the same points, so borders always fit.
 */
export class Detail {
  readonly topology: Topology;
  readonly #weights: Float32Array;
  readonly #grid: Grid;
  readonly #threshold: Float32Array;
  readonly #held = new Set<number>();
  #scratch = new Int32Array(4096);

  /** `threshold` in areas of the Web-Mercator unit square, as the weights. */
  constructor({ topology, weights }: Presimplified, grid: Grid, threshold: number) {
    this.topology = topology;
    this.#weights = weights;
    this.#grid = grid;
    this.#threshold = new Float32Array(topology.arcStart.length - 1).fill(threshold);
  }

  threshold(arc: number): number {
    return this.#threshold[arc]!;
  }

  /** Simplifies one arc apart from the others. */
  setThreshold(arc: number, threshold: number): void {
    this.#threshold[arc] = threshold;
  }

  /** Keeps a vertex whatever its weight, at a position of the grid. */
  hold(vertex: number, x: number, y: number): void {
    this.#held.add(vertex);
    this.#grid.x[vertex] = x;
    this.#grid.y[vertex] = y;
  }

  position(vertex: number): [number, number] {
    return [this.#grid.x[vertex]!, this.#grid.y[vertex]!];
  }

  /** Points of a ring, x, y pairs, without repeats and not closed. A ring reduced to a point has one pair. */
  ring(mosaic: Mosaic, ring: number): Int32Array {
    let length = 0;
    for (const reference of ringReferences(mosaic, ring)) length = this.#follow(reference, length);
    const out = this.#scratch;
    while (length > 2 && out[0] === out[length - 2] && out[1] === out[length - 1]) length -= 2;
    return out.slice(0, length);
  }

  /** Appends the points of an arc but its last, which the next arc begins with. */
  #follow(reference: number, start: number): number {
    const { arcStart, arcVertices } = this.topology;
    const arc = arcOf(reference);
    const from = arcStart[arc]!;
    const to = arcStart[arc + 1]! - 1;
    const threshold = this.#threshold[arc]!;
    this.#reserve(start + (to - from) * 2);
    const out = this.#scratch;
    const { x, y } = this.#grid;
    let length = start;
    for (let step = 0; step < to - from; step++) {
      const at = reference < 0 ? to - step : from + step;
      const vertex = arcVertices[at]!;
      if (this.#weights[at]! < threshold && !this.#held.has(vertex)) continue;
      if (length > 0 && out[length - 2] === x[vertex] && out[length - 1] === y[vertex]) continue;
      out[length++] = x[vertex]!;
      out[length++] = y[vertex]!;
    }
    return length;
  }

  #reserve(length: number): void {
    if (length <= this.#scratch.length) return;
    const wider = new Int32Array(length * 2);
    wider.set(this.#scratch);
    this.#scratch = wider;
  }
}
