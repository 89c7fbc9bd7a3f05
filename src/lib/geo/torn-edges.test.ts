import { expect, it } from 'vitest';
import { tornEdges } from './torn-edges.ts';

const shape = (
  code: string,
  ...points: [number, number][]
): { code: string; rings: { x: number; y: number }[][] } => ({
  code,
  rings: [points.map(([x, y]) => ({ x, y }))],
});
const west = shape('A', [0, 0], [10, 0], [10, 10], [0, 10]);

it('finds nothing torn where neighbours share their border, and the whole outside open', () => {
  const east = shape('B', [10, 0], [20, 0], [20, 10], [10, 10]);
  expect(tornEdges([west, east], () => false)).toEqual({ edges: 0, torn: 0 });
  expect(tornEdges([west, east], (code) => code === 'A')).toEqual({ edges: 4, torn: 3 });
});

it('counts a border that one side draws with a point more', () => {
  const east = shape('B', [10, 0], [20, 0], [20, 10], [10, 10], [11, 5]);
  expect(tornEdges([west, east], (code) => code === 'A')).toEqual({ edges: 4, torn: 4 });
});

it('leaves the buffer out', () => {
  const outside = shape('A', [-5, 0], [10, 0], [10, 4100], [-5, 4100]);
  expect(tornEdges([outside], () => true)).toEqual({ edges: 0, torn: 0 });
});
