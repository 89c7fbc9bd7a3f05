import type { Position } from 'geojson';
import { IntList } from './int-list.ts';
import { doubleArea } from './ring-area.ts';
import { VertexTable } from './vertex-table.ts';

/** Grid steps in a degree: 1e-5°, about a metre, the precision of the published outlines. */
export const STEPS_PER_DEGREE = 1e5;

/**
 * Collects shapes as rings of shared vertices, before they are cut into arcs. The inside is always
 * on the left: exterior rings turn counter-clockwise, holes clockwise, whatever the file does.
 */
export class ShapeRings {
  readonly vertices = new VertexTable();
  readonly ringStart = new IntList();
  readonly ringVertices = new IntList();
  readonly hole = new IntList();
  /** First ring of each shape. */
  readonly shapeStart = new IntList();

  constructor() {
    this.ringStart.push(0);
    this.shapeStart.push(0);
  }

  get shapes(): number {
    return this.shapeStart.length - 1;
  }

  get rings(): number {
    return this.ringStart.length - 1;
  }

  /**
   * Adds a shape from its polygons (degrees, GeoJSON order) and gives its rank; `null`, adding
   * nothing, when none of its rings encloses an area. A hole of no area is left out.
   */
  add(polygons: readonly (readonly (readonly Position[])[])[]): number | null {
    const before = this.rings;
    for (const polygon of polygons) {
      for (const [rank, positions] of polygon.entries()) {
        const kept = this.#addRing(positions, rank > 0);
        if (rank === 0 && !kept) break;
      }
    }
    if (this.rings === before) return null;
    this.shapeStart.push(this.rings);
    return this.shapes - 1;
  }

  #addRing(positions: readonly Position[], hole: boolean): boolean {
    const grid = new Int32Array(positions.length * 2);
    let length = 0;
    for (const position of positions) {
      const x = Math.round((position[0] ?? 0) * STEPS_PER_DEGREE);
      const y = Math.round((position[1] ?? 0) * STEPS_PER_DEGREE);
      if (length > 0 && grid[length - 2] === x && grid[length - 1] === y) continue;
      grid[length++] = x;
      grid[length++] = y;
    }
    while (length > 2 && grid[0] === grid[length - 2] && grid[1] === grid[length - 1]) length -= 2;
    const ring = grid.subarray(0, length);
    const area = doubleArea(ring);
    if (area === 0) return false;
    const forward = area > 0 !== hole;
    for (let i = 0; i < length; i += 2) {
      const at = forward ? i : length - 2 - i;
      this.ringVertices.push(this.vertices.add(ring[at]!, ring[at + 1]!));
    }
    this.ringStart.push(this.ringVertices.length);
    this.hole.push(hole ? 1 : 0);
    return true;
  }
}
