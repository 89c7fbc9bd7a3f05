import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachOfPairs, reachWithin, type LandedPoints, type Reach } from './reach.ts';
import { greatCircle } from './sphere.ts';

interface Spot {
  lon: number;
  lat: number;
  land: number;
}

const spot = (west: number, east: number, south: number, north: number): fc.Arbitrary<Spot> =>
  fc.record({
    lon: fc.oneof(fc.double({ min: west, max: east, noNaN: true }), fc.constant(Number.NaN)),
    lat: fc.double({ min: south, max: north, noNaN: true }),
    land: fc.nat(2),
  });

const pointsOf = (spots: readonly Spot[]): LandedPoints => ({
  lons: spots.map(({ lon }) => lon),
  lats: spots.map(({ lat }) => lat),
  lands: spots.map(({ land }) => land),
});

/** Supply points of each demand point, in order. */
const listed = ({ starts, supplies }: Reach): number[][] =>
  Array.from({ length: starts.length - 1 }, (_, i) => [...supplies.slice(starts[i], starts[i + 1])].sort());

/** Closer to the limit than rounding can tell. */
const TIE = 1e-5;

function expectSame(from: Spot[], to: Spot[], metres: number): void {
  const found = listed(reachWithin(pointsOf(from), pointsOf(to), metres));
  from.forEach((a, i) => {
    const far = to.map((b) => (a.land === b.land ? greatCircle(a.lon, a.lat, b.lon, b.lat) : Number.NaN));
    const sure = far.flatMap((d, j) => (d < metres - TIE ? [j] : []));
    const maybe = new Set(far.flatMap((d, j) => (d <= metres + TIE ? [j] : [])));
    expect(found[i]).toEqual(expect.arrayContaining(sure));
    expect(found[i]?.every((j) => maybe.has(j))).toBe(true);
  });
}

describe('reachWithin', () => {
  it('finds what brute force finds in France, at any threshold', () => {
    const spots = fc.array(spot(-5, 9, 41, 51), { maxLength: 60 });
    fc.assert(
      fc.property(spots, spots, fc.integer({ min: 0, max: 500_000 }), (from, to, metres) => {
        expectSame(from, to, metres);
      }),
      { numRuns: 500 },
    );
  });

  it('finds it over the antimeridian, at the poles and over the whole sphere', () => {
    const spots = fc.array(
      fc.oneof(spot(170, 180, -30, -10), spot(-180, -170, -30, -10), spot(-180, 180, 80, 90)),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(spots, spots, fc.integer({ min: 1, max: 20_100_000 }), (from, to, metres) => {
        expectSame(from, to, metres);
      }),
      { numRuns: 500 },
    );
  });

  it('counts a place at the very centre at a threshold of nothing, and none across the sea', () => {
    const here = { lon: 2, lat: 48, land: 0 };
    const reach = reachWithin(pointsOf([here]), pointsOf([here, { ...here, land: 1 }]), 0);
    expect([...reach.supplies]).toEqual([0]);
    expect([...reach.costs]).toEqual([0]);
  });

  it('joins a place to the commune that it stands in, however far from its centre, once', () => {
    const centre = { lon: 4.5, lat: 43.5, land: 0 };
    const town = { ...centre, lat: 43.7 };
    const reach = reachWithin(pointsOf([centre, town]), pointsOf([town, centre]), 10_000, [0, -1]);
    expect(listed(reach)).toEqual([[0, 1], [0]]);
    expect([...reach.costs].every((cost) => cost < 1)).toBe(true);
  });
});

describe('reachOfPairs', () => {
  it('puts pairs of any order in a run for each demand point, each once', () => {
    const pair = fc.tuple(fc.nat(4), fc.nat(6), fc.nat(90));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const { starts, supplies, costs } = reachOfPairs(
          pairs.map(([i]) => i),
          {
            supplies: Int32Array.from(pairs, ([, j]) => j),
            costs: Float32Array.from(pairs, ([, , cost]) => cost),
          },
          { demandCount: 5, supplyCount: 7, unit: 'minutes' },
        );
        const found = Array.from({ length: 5 }, (_, i) =>
          Array.from({ length: (starts[i + 1] ?? 0) - (starts[i] ?? 0) }, (__, k) => {
            const at = (starts[i] ?? 0) + k;
            return [i, supplies[at], costs[at]];
          }),
        );
        expect(found.flat()).toEqual([0, 1, 2, 3, 4].flatMap((i) => pairs.filter(([own]) => own === i)));
      }),
    );
  });
});
