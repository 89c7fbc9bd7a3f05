import { booleanPointInPolygon, pointToPolygonDistance, polygon as turfPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, boxOf, middleOf } from './outline-measure.ts';
import { isInside, metresToZone } from './point-in-zone.ts';
import { zoneCode } from './zone-code.ts';
import { helpOfZones, NEAR_METRES, WALK_METRES } from './zone-help.ts';
import type { Polygons, Zone } from './zone.ts';

type Point = [number, number];

/** A star: one radius a direction, so that its ring never crosses itself. */
const star = fc
  .record({
    lon: fc.double({ min: -5, max: 9, noNaN: true }),
    lat: fc.double({ min: 42, max: 51, noNaN: true }),
    radii: fc.array(fc.double({ min: 0.002, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 20 }),
  })
  .map(({ lon, lat, radii }) => {
    const ring = radii.map((radius, at): Point => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
    });
    return { lon, lat, ring: [...ring, ring[0]!] };
  });

/** Turns of a ring around a point, by the angles of its edges: brute force. */
function windings(ring: readonly Point[], lon: number, lat: number): number {
  let angle = 0;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = [ring[at - 1]![0] - lon, ring[at - 1]![1] - lat];
    const [bx, by] = [ring[at]![0] - lon, ring[at]![1] - lat];
    angle += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return Math.round(angle / (2 * Math.PI));
}

const offset = fc.double({ min: -0.03, max: 0.03, noNaN: true });

describe('a point and a zone', () => {
  it('is inside when the ring winds around it, and outside when it does not', () => {
    fc.assert(
      fc.property(star, offset, offset, ({ lon, lat, ring }, dx, dy) => {
        const at: Point = [lon + dx, lat + dy];
        // On a border either answer may come.
        fc.pre(metresToZone([[ring]], ...at) > 0.01 || windings(ring, ...at) !== 0);
        expect(isInside([[ring]], ...at)).toBe(windings(ring, ...at) !== 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is in no hole, and in one part or another', () => {
    fc.assert(
      fc.property(star, star, offset, offset, (one, other, dx, dy) => {
        const hole = one.ring.map(([x, y]): Point => [(x + one.lon) / 2, (y + one.lat) / 2]);
        const polygons: Polygons = [[one.ring, hole], [other.ring]];
        const at: Point = [one.lon + dx, one.lat + dy];
        const expected =
          (windings(one.ring, ...at) !== 0 && windings(hole, ...at) === 0) ||
          windings(other.ring, ...at) !== 0;
        expect(isInside(polygons, ...at)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is as far as an independent library says, within a thousandth', () => {
    fc.assert(
      fc.property(star, offset, offset, ({ lon, lat, ring }, dx, dy) => {
        const at: Point = [lon + dx, lat + dy];
        const outline = turfPolygon([ring]);
        fc.pre(!booleanPointInPolygon(at, outline));
        const theirs = pointToPolygonDistance(at, outline, { units: 'meters', method: 'geodesic' });
        expect(Math.abs(metresToZone([[ring]], ...at) - theirs)).toBeLessThan(1 + theirs * 2e-3);
      }),
      { numRuns: 300 },
    );
  });
});

const zoneOf = (ring: readonly Point[]): { zone: Zone; polygons: Polygons } => {
  const polygons = [[ring]];
  const [lon, lat] = middleOf(polygons)!;
  const bbox = boxOf(polygons)!;
  const zone: Zone = {
    kind: 'qpv',
    code: 'QN00101M',
    name: 'Les Tilleuls',
    communes: ['01053'],
    population: null,
    areaKm2: areaOf(polygons),
    lon,
    lat,
    bbox,
  };
  return { zone, polygons };
};

it('counts in every zone the places that measuring each one gives', () => {
  fc.assert(
    fc.property(
      fc.array(star, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(offset, offset), { maxLength: 30 }),
      (stars, offsets) => {
        const { lon, lat } = stars[0]!;
        const places = offsets.map(([dx, dy]) => ({ lon: lon + dx, lat: lat + dy }));
        const zones = stars.map(({ ring }) => zoneOf(ring));
        const within = (polygons: Polygons, most: number): number =>
          places.filter((at) => metresToZone(polygons, at.lon, at.lat) <= most).length;
        expect(helpOfZones(zones, places)).toEqual(
          zones.map(({ polygons }) => ({
            inside: within(polygons, 0),
            near: within(polygons, NEAR_METRES),
            walk: within(polygons, WALK_METRES),
          })),
        );
      },
    ),
    { numRuns: 300 },
  );
});

it('measures a square of a thousandth of a degree, and leaves its hole out', () => {
  const square = (side: number): Point[] => [
    [5, 45],
    [5 + side, 45],
    [5 + side, 45 + side],
    [5, 45 + side],
    [5, 45],
  ];
  // One minute of latitude is a nautical mile of 1,853 m on this sphere.
  const expected = (0.01 * 111_195) ** 2 * Math.cos((45.005 * Math.PI) / 180);
  expect(areaOf([[square(0.01)]]) * 1e6).toBeCloseTo(expected, -2);
  expect(areaOf([[square(0.01).reverse(), square(0.005)]]) / areaOf([[square(0.01)]])).toBeCloseTo(0.75, 3);
  expect(boxOf([[square(0.01)]])).toEqual([5, 45, 5.01, 45.01]);
  expect(boxOf([])).toBeNull();
});

it.each([
  ['qpv', 'QN00101M', 'QN00101M'],
  ['qpv', ' qn 02a01m', 'QN02A01M'],
  ['qpv', 'QP971003', 'QP971003'],
  ['qpv', 'QX00101M', null],
  ['qpv', '', null],
  ['iris', '381850101', '381850101'],
  ['iris', '10040101', '010040101'],
  ['iris', '2A0040101', '2A0040101'],
  ['iris', '38185', null],
] as const)('reads the %s code « %s »', (kind, text, expected) => {
  expect(zoneCode(kind, text)).toBe(expected);
});
