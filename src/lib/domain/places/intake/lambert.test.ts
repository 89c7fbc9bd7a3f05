import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLambert93 } from './lambert.ts';

const RADIANS = Math.PI / 180;
const AXIS = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const e = Math.sqrt(2 * FLATTENING - FLATTENING ** 2);

/** The projection from its definition (Snyder 1987, eqs 14-15, 15-1 to 15-8): parallels 44° and 49°, origin 46.5° N 3° E. */
function toLambert93(lat: number, lon: number): [x: number, y: number] {
  const m = (phi: number) => Math.cos(phi) / Math.sqrt(1 - (e * Math.sin(phi)) ** 2);
  const t = (phi: number) =>
    Math.tan(Math.PI / 4 - phi / 2) / ((1 - e * Math.sin(phi)) / (1 + e * Math.sin(phi))) ** (e / 2);
  const [south, north, origin] = [44 * RADIANS, 49 * RADIANS, 46.5 * RADIANS];
  const n = Math.log(m(south) / m(north)) / Math.log(t(south) / t(north));
  const scale = (AXIS * m(south)) / (n * t(south) ** n);
  const rho = scale * t(lat * RADIANS) ** n;
  const theta = n * (lon - 3) * RADIANS;
  return [700_000 + rho * Math.sin(theta), 6_600_000 + scale * t(origin) ** n - rho * Math.cos(theta)];
}

describe('fromLambert93', () => {
  it('puts the origin of the projection where its definition does', () => {
    const { lat, lon } = fromLambert93(700_000, 6_600_000);
    expect(lat).toBeCloseTo(46.5, 7);
    expect(lon).toBeCloseTo(3, 9);
  });

  it('undoes the projection all over the mainland, within a centimetre', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 41, max: 51.5, noNaN: true }),
        fc.double({ min: -5.5, max: 10, noNaN: true }),
        (lat, lon) => {
          const back = fromLambert93(...toLambert93(lat, lon));
          expect(Math.abs(back.lat - lat)).toBeLessThan(1e-7);
          expect(Math.abs(back.lon - lon)).toBeLessThan(1e-7);
        },
      ),
    );
  });
});
