import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeBoxes } from './boxes.ts';
import { buildTopology } from './build-topology.ts';
import { inlandGroups } from './inland.ts';
import { collect, latticeCells, noiseOf } from './lattice.fixture.ts';
import { mergeShapes } from './merge.ts';
import { sharedBorders } from './neighbours.ts';
import { arcPoints, arcUses, ringReferences, shapeCount, type Mosaic, type Topology } from './mosaic.ts';
import { doubleArea } from './ring-area.ts';

const square = (x: number, y: number, side: number): number[][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

const areaOf = (topology: Topology, mosaic: Mosaic, shape: number): number => {
  let area = 0;
  for (let ring = mosaic.shapeStart[shape]!; ring < mosaic.shapeStart[shape + 1]!; ring++) {
    area += doubleArea(arcPoints(topology, ringReferences(mosaic, ring)));
  }
  return area;
};

const ringsOf = (mosaic: Mosaic, shape: number): ('exterior' | 'hole')[] =>
  Array.from(mosaic.hole.subarray(mosaic.shapeStart[shape], mosaic.shapeStart[shape + 1]), (hole) =>
    hole ? 'hole' : 'exterior',
  );

describe('a topology', () => {
  it('holds the border of two neighbours once', () => {
    const topology = buildTopology(collect([[[square(0, 0, 1)]], [[square(1, 0, 1)]]]));
    expect(topology.arcStart.length - 1).toBe(3);
    expect([...arcUses(topology.pieces, 3)].sort()).toEqual([1, 1, 2]);
  });

  it('finds an enclave and the hole it fills, wherever each ring begins and whichever way it turns', () => {
    const enclave = [...square(1, 1, 1)].reverse();
    const hole = [...enclave.slice(2), ...enclave.slice(1, 3)];
    const topology = buildTopology(collect([[[square(0, 0, 3), hole]], [[enclave]]]));
    expect(topology.arcStart.length - 1).toBe(2);
    expect([...arcUses(topology.pieces, 2)]).toEqual([1, 2]);
    expect(areaOf(topology, topology.pieces, 0)).toBe(2 * 8e10);
    expect(areaOf(topology, topology.pieces, 1)).toBe(2 * 1e10);
  });

  it('tells who shares a border, once, and not who shares a corner', () => {
    const four = [square(0, 0, 1), square(1, 0, 1), square(0, 1, 1), square(1, 1, 1)];
    const topology = buildTopology(collect([...four, square(5, 5, 1)].map((ring) => [[ring]])));
    expect([...sharedBorders(topology)].sort()).toEqual([
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it('refuses a shape without area, and drops a hole without area', () => {
    const rings = collect([]);
    expect(
      rings.add([
        [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ]),
    ).toBeNull();
    expect(
      rings.add([
        [
          [
            [0, 0],
            [0.000001, 0],
            [0, 0.000001],
            [0, 0],
          ],
        ],
      ]),
    ).toBeNull();
    expect(rings.shapes).toBe(0);
    expect(
      rings.add([
        [
          square(0, 0, 1),
          [
            [0.2, 0.2],
            [0.4, 0.4],
            [0.2, 0.2],
          ],
        ],
      ]),
    ).toBe(0);
    expect(rings.rings).toBe(1);
  });

  it('gives every shape back, whatever the patchwork', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (seed, columns, rows) => {
          const cells = latticeCells(columns, rows, 0.1, noiseOf(seed));
          const rings = collect(cells.map((cell) => [cell]));
          const wanted = Array.from({ length: rings.rings }, (_, ring) => {
            const vertices = rings.ringVertices
              .view()
              .subarray(rings.ringStart.view()[ring], rings.ringStart.view()[ring + 1]);
            const { x, y } = rings.vertices.positions();
            return Array.from(vertices, (vertex) => `${x[vertex]} ${y[vertex]}`);
          });
          const topology = buildTopology(rings);
          wanted.forEach((points, ring) => {
            const flat = arcPoints(topology, ringReferences(topology.pieces, ring));
            const got = Array.from(
              { length: flat.length / 2 },
              (_, i) => `${flat[2 * i]} ${flat[2 * i + 1]}`,
            );
            const start = got.indexOf(points[0]!);
            expect([...got.slice(start), ...got.slice(0, start)]).toEqual(points);
          });
          expect(Math.max(...arcUses(topology.pieces, topology.arcStart.length - 1))).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});

describe('merging', () => {
  it('keeps the area of its members, and takes every border they do not share', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 30, maxLength: 30 }),
        (seed, labels) => {
          const topology = buildTopology(
            collect(latticeCells(6, 5, 0.1, noiseOf(seed)).map((cell) => [cell])),
          );
          const merged = mergeShapes(topology, Int32Array.from(labels), 4);
          for (let group = 0; group < 4; group++) {
            const members = labels.flatMap((label, shape) => (label === group ? [shape] : []));
            const wanted = members.reduce((sum, shape) => sum + areaOf(topology, topology.pieces, shape), 0);
            expect(areaOf(topology, merged, group)).toBe(wanted);
          }
          expect(Math.max(0, ...arcUses(merged, topology.arcStart.length - 1))).toBeLessThanOrEqual(2);
          for (let ring = 0; ring < merged.hole.length; ring++) {
            const points = arcPoints(topology, ringReferences(merged, ring));
            const seen = new Set(
              Array.from({ length: points.length / 2 }, (_, i) => `${points[2 * i]} ${points[2 * i + 1]}`),
            );
            expect(seen.size).toBe(points.length / 2);
            expect(Math.sign(doubleArea(points))).toBe(merged.hole[ring] === 1 ? -1 : 1);
          }
        },
      ),
    );
  });

  it('leaves a hole where a member is missing, and two exteriors where members touch by a corner', () => {
    const cells = Array.from({ length: 9 }, (_, i) => [[square(i % 3, Math.floor(i / 3), 1)]]);
    const topology = buildTopology(collect(cells));
    const around = mergeShapes(topology, Int32Array.from([0, 0, 0, 0, -1, 0, 0, 0, 0]), 1);
    expect(ringsOf(around, 0)).toEqual(['exterior', 'hole']);
    const corners = mergeShapes(topology, Int32Array.from([0, -1, -1, -1, 0, -1, -1, -1, -1]), 1);
    expect(ringsOf(corners, 0)).toEqual(['exterior', 'exterior']);
    const touchingHole = mergeShapes(topology, Int32Array.from([-1, 0, 0, 0, -1, 0, 0, 0, 0]), 1);
    expect(ringsOf(touchingHole, 0)).toEqual(['exterior', 'hole']);
  });

  it('has empty groups where nothing belongs', () => {
    const topology = buildTopology(collect([[[square(0, 0, 1)]]]));
    const merged = mergeShapes(topology, Int32Array.from([2]), 4);
    expect(shapeCount(merged)).toBe(4);
    expect(shapeBoxes(topology, merged)).toEqual([null, null, [0, 0, 1, 1], null]);
  });

  it('knows the groups that touch no outer border', () => {
    const cells = Array.from({ length: 9 }, (_, i) => [[square(i % 3, Math.floor(i / 3), 1)]]);
    const topology = buildTopology(collect(cells));
    expect(inlandGroups(topology, Int32Array.from([0, 0, 0, 0, 1, 0, 0, 0, 0]), 3)).toEqual([
      false,
      true,
      false,
    ]);
  });
});
