import { describe, expect, it } from 'vitest';
import { layOutCloud } from './scatter-cloud.ts';
import { paintCloud, type Raster } from './scatter-density.ts';

const raster = (width: number, height: number): Raster => ({
  width,
  height,
  data: new Uint8ClampedArray(4 * width * height),
});
const cloudOf = (points: readonly (readonly [number, number])[]) =>
  layOutCloud(
    {
      ordinals: Uint32Array.from(points.keys()),
      x: Float64Array.from(points, ([x]) => x),
      y: Float64Array.from(points, ([, y]) => y),
    },
    (x) => x,
    (y) => y,
  );
const opacityAt = ({ data, width }: Raster, x: number, y: number): number =>
  data[4 * (y * width + x) + 3] as number;

describe('the density of a cloud', () => {
  it('is darker where points overlap, clear where there are none', () => {
    const image = raster(40, 20);
    paintCloud(
      cloudOf([
        [10, 10],
        [30, 10],
        [30, 10],
        [30, 10],
      ]),
      image,
      1,
      null,
    );
    expect(opacityAt(image, 20, 10)).toBe(0);
    expect(opacityAt(image, 10, 10)).toBeGreaterThan(0);
    expect(opacityAt(image, 30, 10)).toBeGreaterThan(opacityAt(image, 10, 10));
  });

  it('draws larger on a finer screen, and keeps points of the edge inside', () => {
    const count = ({ data }: Raster): number => data.filter((value, i) => i % 4 === 3 && value > 0).length;
    const [coarse, fine, edge] = [raster(40, 40), raster(80, 80), raster(10, 10)];
    paintCloud(cloudOf([[20, 20]]), coarse, 1, null);
    paintCloud(cloudOf([[20, 20]]), fine, 2, null);
    expect(count(fine)).toBeGreaterThan(3 * count(coarse));
    paintCloud(
      cloudOf([
        [0, 0],
        [9.6, 9.6],
        [-50, 4],
      ]),
      edge,
      1,
      null,
    );
    expect(opacityAt(edge, 0, 0)).toBeGreaterThan(0);
  });

  it('pales what stands back', () => {
    const image = raster(40, 20);
    paintCloud(
      cloudOf([
        [10, 10],
        [30, 10],
      ]),
      image,
      1,
      Uint8Array.of(1, 0),
    );
    expect(opacityAt(image, 30, 10)).toBeGreaterThan(0);
    expect(opacityAt(image, 10, 10)).toBeGreaterThan(4 * opacityAt(image, 30, 10));
  });
});
