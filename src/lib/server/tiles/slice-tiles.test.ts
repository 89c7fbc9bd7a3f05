import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collect, latticeCells, noiseOf } from '../../geo/topology/lattice.fixture.ts';
import { buildTopology } from '../../geo/topology/build-topology.ts';
import { drawnPolygons } from '../../geo/topology/drawn-polygons.ts';
import { essentialRings } from '../../geo/topology/essential.ts';
import { mergeShapes } from '../../geo/topology/merge.ts';
import { shapeCount, type Mosaic } from '../../geo/topology/mosaic.ts';
import { presimplify } from '../../geo/topology/presimplify.ts';
import { doubleArea } from '../../geo/topology/ring-area.ts';
import { forEachEdge, tornEdges, type TileShape } from '../../geo/torn-edges.ts';
import { tileDetail } from './build-tiles.ts';
import { TileSlicer, type TileContent } from './slice-tiles.ts';

const toShapes = ({ features }: TileContent): TileShape[] =>
  features.map(({ shape, polygons }) => ({
    code: String(shape),
    rings: polygons
      .flat()
      .map((ring) =>
        Array.from({ length: ring.length / 2 }, (_, i) => ({ x: ring[2 * i]!, y: ring[2 * i + 1]! })),
      ),
  }));

/** A patchwork of 36 cells and its four merged quarters, cut at a zoom; the 16 inner cells touch no outside. */
function cut(seed: number, zoom: number): { cells: TileSlicer; quarters: TileSlicer } {
  const shapes = presimplify(
    buildTopology(collect(latticeCells(6, 6, 0.1, noiseOf(seed)).map((cell) => [cell]))),
  );
  const { topology } = shapes;
  const detail = tileDetail(shapes, essentialRings(topology, topology.pieces), zoom);
  const slice = (mosaic: Mosaic): TileSlicer => {
    const slicer = new TileSlicer(zoom);
    const essential = essentialRings(topology, mosaic);
    for (let shape = 0; shape < shapeCount(mosaic); shape++)
      slicer.add(shape, drawnPolygons(detail, mosaic, essential, shape, 9));
    return slicer;
  };
  const quarterOf = Int32Array.from({ length: 36 }, (_, i) => (i % 6 < 3 ? 0 : 1) + (i < 18 ? 0 : 2));
  return { cells: slice(topology.pieces), quarters: slice(mergeShapes(topology, quarterOf, 4)) };
}

const isInner = (code: string): boolean => {
  const [x, y] = [Number(code) % 6, Math.floor(Number(code) / 6)];
  return x > 0 && x < 5 && y > 0 && y < 5;
};

it('tears no border at any zoom, and draws the borders of parents over those of their members', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 4, max: 11 }), (seed, zoom) => {
      const { cells, quarters } = cut(seed, zoom);
      const seen = new Set<string>();
      for (const [key, tile] of cells.tiles) {
        const shapes = toShapes(tile);
        for (const { code } of shapes) seen.add(code);
        expect(tornEdges(shapes, isInner).torn).toBe(0);
        const edges = new Set<number>();
        forEachEdge(shapes, 4096, (edge) => edges.add(edge));
        const parents = quarters.tiles.get(key);
        if (parents) forEachEdge(toShapes(parents), 4096, (edge) => expect(edges.has(edge)).toBe(true));
      }
      expect(seen.size).toBe(36);
    }),
    { numRuns: 40 },
  );
});

it('gives tiles whose exteriors turn the way tiles ask, inside their buffer', () => {
  for (const { features } of cut(7, 9).cells.tiles.values()) {
    for (const { polygons } of features) {
      for (const [exterior] of polygons) {
        expect(doubleArea(exterior!)).toBeGreaterThan(0);
        expect(Math.min(...exterior!)).toBeGreaterThanOrEqual(-32);
        expect(Math.max(...exterior!)).toBeLessThanOrEqual(4096 + 32);
      }
    }
  }
});

it('fills a tile that is inside a shape, and cuts its hole out', () => {
  const side = 4096;
  const slicer = new TileSlicer(4);
  const exterior = Int32Array.of(0, -8 * side, 4 * side, -8 * side, 4 * side, -4 * side, 0, -4 * side);
  const hole = Int32Array.of(
    side * 2,
    -6 * side,
    side * 2,
    -5 * side,
    side * 3,
    -5 * side,
    side * 3,
    -6 * side,
  );
  slicer.add(0, [[exterior, hole]]);
  const [inside] = slicer.tiles.get(1 * 16 + 6)!.features;
  expect([...inside!.polygons[0]![0]!].sort((a, b) => a - b)).toEqual([
    -32, -32, -32, -32, 4128, 4128, 4128, 4128,
  ]);
  const cutOut = slicer.tiles.get(2 * 16 + 5)!.features[0]!.polygons[0]!;
  expect(cutOut).toHaveLength(2);
  expect(doubleArea(cutOut[1]!)).toBe(-2 * side * side);
});

it('leaves out what reaches beyond 85°', () => {
  const slicer = new TileSlicer(2);
  const pole = 4 * 4096;
  slicer.add(0, [[Int32Array.of(100, -pole, 300, -pole, 300, -pole + 2000, 100, -pole + 2000)]]);
  expect(slicer.tiles.size).toBe(0);
});
