import { Delaunay } from 'd3';
import type { Field } from '../random/noise.ts';
import { SHEET, type Point } from './plane.ts';
import type { Prng } from '../random/prng.ts';

/** Distance in km between two neighbouring cells: about two hundred cells a commune. */
const SPACING = 0.48;

/** Area of a cell, km². */
export const CELL_AREA = (SPACING ** 2 * Math.sqrt(3)) / 2;

/** A pond or a rock smaller than this many cells is not drawn. */
const SMALLEST_WATER = 120;
const SMALLEST_ROCK = 5;

/**
 * The sheet cut into small cells, on which everything is drawn: a commune is a set of cells, and a
 * border is the sides between two cells of different communes, so it is shared by construction.
 * Cells are those of a jittered triangular grid; their corners are the centroids of the triangles
 * around them, so that three cells, never four, meet at a corner.
 */
export interface Mesh {
  sites: Point[];
  corners: Point[];
  neighbours: number[][];
  land: boolean[];
  /** Sides between two cells: the cells, then the corners, going round the first one anticlockwise. */
  sides: { cell: number; other: number; from: number; to: number }[];
}

function jitteredGrid(random: Prng): Point[] {
  const sites: Point[] = [];
  const rowHeight = (SPACING * Math.sqrt(3)) / 2;
  const jitter = 0.3 * SPACING;
  for (let row = 0, y = -SHEET.halfHeight; y <= SHEET.halfHeight; row++, y += rowHeight) {
    for (let x = -SHEET.halfWidth + (row % 2 ? SPACING / 2 : 0); x <= SHEET.halfWidth; x += SPACING) {
      sites.push([x + random.between(-jitter, jitter), y + random.between(-jitter, jitter)]);
    }
  }
  return sites;
}

/** Groups of touching cells among those that satisfy a condition, as lists of cells. */
export function connectedGroups(
  neighbours: readonly number[][],
  belongs: (cell: number) => boolean,
): number[][] {
  const seen = new Uint8Array(neighbours.length);
  const groups: number[][] = [];
  for (let start = 0; start < neighbours.length; start++) {
    if (seen[start] || !belongs(start)) continue;
    const group = [start];
    seen[start] = 1;
    for (let head = 0; head < group.length; head++) {
      for (const next of neighbours[group[head] as number] as number[]) {
        if (seen[next] || !belongs(next)) continue;
        seen[next] = 1;
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Land and sea cells; ponds are filled, rocks dropped, and the edge of the sheet is always sea. */
function landCells(sites: readonly Point[], neighbours: readonly number[][], field: Field): boolean[] {
  const land = sites.map(
    ([x, y]) => Math.abs(x) < SHEET.halfWidth - 1 && Math.abs(y) < SHEET.halfHeight - 1 && field(x, y) > 0,
  );
  for (const water of connectedGroups(neighbours, (cell) => !land[cell])) {
    if (water.length < SMALLEST_WATER) for (const cell of water) land[cell] = true;
  }
  for (const rock of connectedGroups(neighbours, (cell) => land[cell] === true)) {
    if (rock.length < SMALLEST_ROCK) for (const cell of rock) land[cell] = false;
  }
  return land;
}

export function drawMesh(random: Prng, field: Field): Mesh {
  const sites = jitteredGrid(random);
  const { triangles, halfedges } = new Delaunay(sites.flatMap(([x, y]) => [x, y]));
  const corners: Point[] = [];
  for (let index = 0; index < triangles.length; index += 3) {
    const [a, b, c] = [0, 1, 2].map((step) => sites[triangles[index + step] as number] as Point) as [
      Point,
      Point,
      Point,
    ];
    corners.push([(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3]);
  }
  const neighbours: number[][] = sites.map(() => []);
  const sides: Mesh['sides'] = [];
  for (let edge = 0; edge < halfedges.length; edge++) {
    const opposite = halfedges[edge] as number;
    if (opposite < 0) continue;
    const cell = triangles[edge] as number;
    const other = triangles[opposite] as number;
    (neighbours[cell] as number[]).push(other);
    sides.push({ cell, other, from: Math.floor(edge / 3), to: Math.floor(opposite / 3) });
  }
  return { sites, corners, neighbours, land: landCells(sites, neighbours, field), sides };
}
