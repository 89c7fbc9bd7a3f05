import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildTopology } from './build-topology.ts';
import { Detail } from './detail.ts';
import { drawnPolygons } from './drawn-polygons.ts';
import { essentialRings } from './essential.ts';
import { degreeGrid, tileGrid, tileUnitArea } from './grid.ts';
import { holdShapes } from './hold-shapes.ts';
import { collect, edgeBalance, latticeCells, noiseOf } from './lattice.fixture.ts';
import { mergeShapes } from './merge.ts';
import { presimplify } from './presimplify.ts';
import { doubleArea } from './ring-area.ts';
import { selfCrosses } from './self-crossing.ts';

it('lets no shape vanish and tears no border, from shapes of many pixels to shapes smaller than a unit', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom(0.02, 0.1),
      fc.integer({ min: 4, max: 9 }),
      (seed, step, zoom) => {
        const shapes = presimplify(
          buildTopology(collect(latticeCells(5, 5, step, noiseOf(seed)).map((cell) => [cell]))),
        );
        const { topology } = shapes;
        const essential = essentialRings(topology, topology.pieces);
        const detail = new Detail(shapes, tileGrid(shapes, zoom), 64 * tileUnitArea(zoom));
        expect(holdShapes(detail, topology.pieces, essential)).toEqual([]);
        for (let ring = 0; ring < topology.pieces.hole.length; ring++) {
          expect(doubleArea(detail.ring(topology.pieces, ring))).toBeGreaterThan(0);
        }
        expectOpenOutsideOnly(detail, essential);
      },
    ),
    { numRuns: 60 },
  );
});

it('draws every shape, even a crowd within one unit', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(0.0005, 0.002, 0.005), (seed, step) => {
      const cells = latticeCells(5, 5, step, noiseOf(seed)).map((cell) => [cell]);
      const shapes = presimplify(buildTopology(collect(cells)));
      const { pieces } = shapes.topology;
      const essential = essentialRings(shapes.topology, pieces);
      const detail = new Detail(shapes, tileGrid(shapes, 4), 64 * tileUnitArea(4));
      holdShapes(detail, pieces, essential);
      for (let shape = 0; shape < cells.length; shape++) {
        const [polygon] = drawnPolygons(detail, pieces, essential, shape, 9);
        expect(doubleArea(polygon![0]!)).toBeGreaterThan(0);
      }
    }),
    { numRuns: 30 },
  );
});

/** The borders left open must be those of all the shapes together, and nothing else. */
function expectOpenOutsideOnly(detail: Detail, essential: Uint8Array): void {
  const { pieces } = detail.topology;
  const whole = mergeShapes(detail.topology, new Int32Array(pieces.shapeStart.length - 1), 1);
  const open = (balance: Map<string, number>): string[] =>
    [...balance].flatMap(([edge, count]) => (count === 0 ? [] : [`${edge} ${count}`])).sort();
  expect(open(edgeBalance(detail, pieces, essential))).toEqual(
    open(edgeBalance(detail, whole, essentialRings(detail.topology, whole))),
  );
}

it('opens an enclave of a metre on a grid of a hundred, for it and for the hole around it', () => {
  const around = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  const speck = [
    [0.5, 0.5],
    [0.50001, 0.5],
    [0.50001, 0.50001],
    [0.5, 0.5],
  ];
  const shapes = presimplify(buildTopology(collect([[[around, speck]], [[speck]]])));
  const { pieces } = shapes.topology;
  const detail = new Detail(shapes, degreeGrid(shapes, 1000), 1);
  expect(holdShapes(detail, pieces, essentialRings(shapes.topology, pieces))).toEqual([]);
  expect(doubleArea(detail.ring(pieces, 1))).toBe(-doubleArea(detail.ring(pieces, 2)));
  expect(doubleArea(detail.ring(pieces, 2))).toBeGreaterThan(0);
});

it('gives points back to a ring that simplification makes cross itself', () => {
  // A notch from below reaches under the apex of the roof: without the apex, the roof cuts it.
  const outline = [
    [0, 0],
    [7, 0],
    [10, 11],
    [13, 0],
    [20, 0],
    [20, 10],
    [10, 12],
    [0, 10],
    [0, 0],
  ];
  const hundredths = outline.map(([x, y]) => [x! / 100, y! / 100]);
  const shapes = presimplify(buildTopology(collect([[[hundredths]]])));
  const { pieces } = shapes.topology;
  // The apex weighs 20 square hundredths of a degree, every other point 33 or more.
  const detail = new Detail(shapes, degreeGrid(shapes, 1e5), 25 / 36_000 ** 2);
  expect(selfCrosses(detail.ring(pieces, 0))).toBe(true);
  expect(holdShapes(detail, pieces, Uint8Array.of(1))).toEqual([]);
  expect(selfCrosses(detail.ring(pieces, 0))).toBe(false);
  expect(detail.ring(pieces, 0)).toHaveLength(16);
});
