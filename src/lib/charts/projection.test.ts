import { describe, expect, it } from 'vitest';
import { boxAround, fitProjection, type Box } from './projection.ts';

const viewport = { x: 10, y: 20, width: 400, height: 300 };

describe.each([
  ['national', [-5.2, 41.3, 9.6, 51.1]],
  ['local', [5.5, 44.7, 6.4, 45.9]],
  ['local', [55.2, -21.4, 55.9, -20.8]],
] as ['national' | 'local', Box][])('fitProjection, %s %j', (kind, box) => {
  const { project, metresPerPixel } = fitProjection(kind, box, viewport);

  it('keeps the box inside the rectangle and touches two sides', () => {
    const points = [0, 0.25, 0.5, 0.75, 1].flatMap((t) => {
      const lon = box[0] + t * (box[2] - box[0]);
      const lat = box[1] + t * (box[3] - box[1]);
      return [project(lon, box[1]), project(lon, box[3]), project(box[0], lat), project(box[2], lat)];
    });
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(viewport.x - 0.5);
    expect(Math.max(...xs)).toBeLessThanOrEqual(viewport.x + viewport.width + 0.5);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(viewport.y - 0.5);
    expect(Math.max(...ys)).toBeLessThanOrEqual(viewport.y + viewport.height + 0.5);
    const fills = [
      (Math.max(...xs) - Math.min(...xs)) / viewport.width,
      (Math.max(...ys) - Math.min(...ys)) / viewport.height,
    ];
    expect(Math.max(...fills)).toBeGreaterThan(0.98);
  });

  it('has north up and east to the right, and a true scale in the middle', () => {
    const [lon, lat] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const [x, y] = project(lon, lat);
    expect(project(lon + 0.01, lat)[0]).toBeGreaterThan(x);
    const [, north] = project(lon, lat + 0.1);
    expect(north).toBeLessThan(y);
    expect(((y - north) * metresPerPixel) / 11_119.5).toBeCloseTo(1, 2);
  });
});

it('boxAround holds every box and passes over the missing ones', () => {
  expect(boxAround([[0, 1, 2, 3], null, [-1, 2, 1, 5]])).toEqual([-1, 1, 2, 5]);
  expect(boxAround([null])).toBeNull();
});
