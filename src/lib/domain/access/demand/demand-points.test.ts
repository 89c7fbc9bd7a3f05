import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumn, setCell } from '../../indicators/column.ts';
import { isKnown } from '../../indicators/value.ts';
import { floatingCatchment } from '../catchment.ts';
import {
  demandPoints,
  homePoints,
  meanByCommune,
  peopleAt,
  pointCosts,
  type InhabitedPoints,
} from './demand-points.ts';
import { decodeInhabited, encodeInhabited } from './inhabited-file.ts';
import { nearestOnLand } from '../nearest-on-land.ts';
import { reachWithin, type LandedPoints } from '../reach.ts';
import { greatCircle } from '../sphere.ts';
import { beyondColumn, beyondShare, unmetNeed } from '../gaps/unmet-need.ts';

const spot = fc.record({
  lon: fc.double({ min: 4, max: 6, noNaN: true }),
  lat: fc.double({ min: 44, max: 46, noNaN: true }),
});
const commune = fc.record({
  centre: spot,
  people: fc.integer({ min: 1, max: 5_000 }),
  points: fc.array(fc.record({ at: spot, people: fc.integer({ min: 1, max: 900 }) }), { maxLength: 4 }),
});
const supply = fc.record({ at: fc.option(spot, { nil: null }), home: fc.nat(9) });
type Commune = typeof commune extends fc.Arbitrary<infer T> ? T : never;
type Supply = typeof supply extends fc.Arbitrary<infer T> ? T : never;

const landed = (spots: readonly ({ lon: number; lat: number } | null)[]): LandedPoints => ({
  lons: Float64Array.from(spots, (one) => one?.lon ?? Number.NaN),
  lats: Float64Array.from(spots, (one) => one?.lat ?? Number.NaN),
  lands: new Uint8Array(spots.length),
});

function inhabitedOf(communes: readonly Commune[]): InhabitedPoints {
  const rows = communes.flatMap(({ points }, at) =>
    points.map((point) => ({ at, ...point.at, people: point.people })),
  );
  return {
    communes: Int32Array.from(rows, ({ at }) => at),
    lons: Float64Array.from(rows, ({ lon }) => lon),
    lats: Float64Array.from(rows, ({ lat }) => lat),
    people: Float64Array.from(rows, ({ people }) => people),
  };
}

const world = fc.record({
  communes: fc.array(commune, { minLength: 1, maxLength: 10 }),
  supplies: fc.array(supply, { maxLength: 6 }),
  metres: fc.integer({ min: 1_000, max: 80_000 }),
});

function prepared(communes: readonly Commune[], supplies: readonly Supply[]) {
  const points = demandPoints(landed(communes.map(({ centre }) => centre)), inhabitedOf(communes));
  const to = landed(supplies.map(({ at }) => at));
  const homes = homePoints(
    points,
    supplies.map(({ home }) => (home < communes.length ? home : -1)),
    to,
  );
  return { points, to, homes };
}

/** People of a commune out of reach, counted point by point. */
function beyondByHand(
  { centre, people, points }: Commune,
  at: number,
  supplies: readonly Supply[],
  metres: number,
) {
  const isFar = (from: { lon: number; lat: number }, within: readonly Supply[]): boolean =>
    within.every(({ at: to }) => to === null || greatCircle(from.lon, from.lat, to.lon, to.lat) > metres);
  if (points.length === 0)
    return supplies.some(({ home }) => home === at) || !isFar(centre, supplies) ? 0 : people;
  const all = points.reduce((sum, point) => sum + point.people, 0);
  const main = points.reduce((most, point, k) => (point.people > (points[most]?.people ?? 0) ? k : most), 0);
  const unplaced = supplies.some(({ home, at: to }) => home === at && to === null);
  return points.reduce(
    (sum, point, k) =>
      sum + ((unplaced && k === main) || !isFar(point.at, supplies) ? 0 : (point.people / all) * people),
    0,
  );
}

describe('demand points', () => {
  it('count people where they live, and at the centre where that is all there is', () => {
    fc.assert(
      fc.property(world, ({ communes, supplies, metres }) => {
        const { points, to, homes } = prepared(communes, supplies);
        const costs = pointCosts(nearestOnLand(points, to).distances, homes);
        const group = emptyColumn(communes.length);
        communes.forEach(({ people }, at) =>
          setCell(group, at, { state: 'value', value: people, cover: 1, marks: [] }),
        );
        const people = communes.map((one) => one.people);
        const setting = { costs, points, threshold: metres, people, group };
        const expected = communes.map((one, at) => beyondByHand(one, at, supplies, metres));
        const column = beyondColumn(setting);
        expected.forEach((value, at) => expect(column.values[at]).toBeCloseTo(value, 6));
        const { groupBeyond, communesBeyond } = unmetNeed(setting, people.keys());
        expect(isKnown(groupBeyond) && groupBeyond.value).toBeCloseTo(
          expected.reduce((a, b) => a + b, 0),
          5,
        );
        expect(communesBeyond).toBe(people.filter((_, at) => beyondShare(setting, at) > 0).length);
      }),
      { numRuns: 300 },
    );
  });

  it('share out all that reaches somebody: Σ A·P = Σ S', () => {
    fc.assert(
      fc.property(world, ({ communes, supplies, metres }) => {
        const { points, to, homes } = prepared(communes, supplies);
        const people = communes.map((one) => one.people);
        const reach = reachWithin(points, to, metres, homes);
        const method = { decay: 'none', threshold: metres, chooses: false } as const;
        const given = supplies.map((_, at) => at + 1);
        const { access, ratios } = floatingCatchment(reach, peopleAt(points, people), given, method);
        const received = meanByCommune(points, access).reduce(
          (sum, each, at) => sum + each * (people[at] ?? 0),
          0,
        );
        const reaching = given.reduce((sum, each, at) => (Number.isNaN(ratios[at]) ? sum : sum + each), 0);
        expect(received).toBeCloseTo(reaching, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('are the centres when nothing is given, and shares of sum 1 when something is', () => {
    fc.assert(
      fc.property(fc.array(commune, { minLength: 1, maxLength: 8 }), (communes) => {
        const centres = landed(communes.map(({ centre }) => centre));
        const plain = demandPoints(centres, null);
        expect([...plain.lons]).toEqual([...(centres.lons as Float64Array)]);
        expect(plain.shares.every((share) => share === 1)).toBe(true);
        const points = demandPoints(centres, inhabitedOf(communes));
        const ones = meanByCommune(points, new Float64Array(points.lons.length).fill(1));
        for (const one of ones) expect(one).toBeCloseTo(1, 9);
      }),
    );
  });

  it('survive a file; one cut short is refused', () => {
    const inhabited = inhabitedOf([
      { centre: { lon: 5, lat: 45 }, people: 9, points: [{ at: { lon: 5.1, lat: 45.2 }, people: 3.5 }] },
    ]);
    const bytes = encodeInhabited(inhabited);
    expect(decodeInhabited(bytes)).toEqual(inhabited);
    expect(() => decodeInhabited(bytes.subarray(0, 30))).toThrow(RangeError);
  });
});
