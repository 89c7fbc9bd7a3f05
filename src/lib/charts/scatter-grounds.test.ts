import { expect, it } from 'vitest';
import { groundsOf } from './scatter-grounds.ts';

it('covers the drawing without a hole or an overlap, whatever stands beyond the limits', () => {
  const axis = (breaks: number[], place: (value: number) => number) => ({ breaks, place });
  const grounds = groundsOf(
    axis([10, 25], (value) => 4 * value),
    axis([1, 2], (value) => 60 - 20 * value),
    { width: 200, height: 60 },
    (x, y) => `${x}${y}`,
  );
  expect(grounds).toHaveLength(9);
  expect(grounds.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(200 * 60);
  expect(grounds[0]).toEqual({ key: '0/0', x: 0, y: 40, width: 40, height: 20, fill: '00' });
  expect(grounds.at(-1)).toEqual({ key: '2/2', x: 100, y: 0, width: 100, height: 20, fill: '22' });
});
