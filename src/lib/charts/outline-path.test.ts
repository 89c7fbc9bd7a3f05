import { describe, expect, it } from 'vitest';
import { outlinePath } from './outline-path.ts';

const same = (lon: number, lat: number): [number, number] => [lon, lat];

describe('outlinePath', () => {
  it('writes relative moves, holes included, in few characters', () => {
    const square = [
      [0, 0],
      [10, 0],
      [10, 10.5],
      [0, 0],
    ];
    expect(outlinePath({ type: 'Polygon', coordinates: [square] }, same)).toBe('M0 0l10 0l0 10.5z');
    expect(outlinePath({ type: 'MultiPolygon', coordinates: [[square], [square]] }, same)).toBe(
      'M0 0l10 0l0 10.5zM0 0l10 0l0 10.5z',
    );
  });

  it('does not drift: every point is within half a pixel of its place', () => {
    const ring = Array.from({ length: 400 }, (_, i) => [
      50 + 40 * Math.cos(i / 63.6),
      50 + 40 * Math.sin(i / 63.6),
    ]);
    ring.push(ring[0] as number[]);
    const path = outlinePath({ type: 'Polygon', coordinates: [ring] }, same);
    let [x, y] = [0, 0];
    for (const [, letter, dx, dy] of path.matchAll(/([Ml])(-?[\d.]+)[ ]?(-?[\d.]+)/g)) {
      x = (letter === 'M' ? 0 : x) + Number(dx);
      y = (letter === 'M' ? 0 : y) + Number(dy);
      expect(Math.abs(Math.hypot(x - 50, y - 50) - 40)).toBeLessThan(0.5);
    }
  });

  it('leaves out rings too small to see, but keeps a dot for land that has no other', () => {
    const speck = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [5, 5],
          [5.01, 5],
          [5.01, 5.01],
          [5, 5],
        ],
      ],
    };
    expect(outlinePath(speck, same)).toBe('');
    expect(outlinePath(speck, same, true)).toBe('M4.5 4.5h1v1h-1z');
  });
});
