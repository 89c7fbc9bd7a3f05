import fc from 'fast-check';
import { listServices } from '../model/lists.ts';
import type { RoundsInstance } from './instance.ts';
import { legsBetween } from './legs.ts';

const spot = fc.record({
  lon: fc.double({ min: 5, max: 5.8, noNaN: true }),
  lat: fc.double({ min: 45, max: 45.5, noNaN: true }),
});

/** Small weeks of rounds, easy and hard, with and without market days and minutes of a source: for properties. */
export const randomRounds: fc.Arbitrary<RoundsInstance> = fc
  .record({
    stops: fc.array(spot, { minLength: 2, maxLength: 5 }),
    bases: fc.array(spot, { minLength: 1, maxLength: 2 }),
    people: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 7 }),
    pairs: fc.array(fc.tuple(fc.nat(6), fc.nat(4)), { minLength: 4, maxLength: 18 }),
    teams: fc.array(fc.nat(1), { minLength: 1, maxLength: 2 }),
    days: fc.subarray([1, 2], { minLength: 1 }),
    allowed: fc.array(fc.constantFrom(0x7f, 0x7f, 2, 4), { minLength: 5, maxLength: 5 }),
    stopsADay: fc.integer({ min: 1, max: 3 }),
    minutesAStop: fc.constantFrom(60, 120),
    minutesADay: fc.integer({ min: 150, max: 480 }),
    kilometres: fc.integer({ min: 40, max: 200 }),
    speed: fc.option(fc.constantFrom(30, 60)),
    told: fc.array(fc.tuple(fc.nat(4), fc.nat(5), fc.integer({ min: 1, max: 60 })), { maxLength: 4 }),
  })
  .map(({ stops, bases, people, pairs, teams, speed, told, kilometres, allowed, ...rest }) => {
    const unique = [...new Set(pairs.map(([i, j]) => `${i} ${j}`))]
      .map((key) => key.split(' ').map(Number) as [number, number])
      .filter(([i, j]) => i < people.length && j < stops.length);
    const nodes = [...stops, ...bases];
    const known = told.filter(([from, to]) => from < nodes.length && to < nodes.length);
    return {
      ...rest,
      allowed: Uint8Array.from(allowed.slice(0, stops.length)),
      metresADay: 1_000 * kilometres,
      teams: teams.map((base) => base % bases.length),
      lists: listServices(Float64Array.from(people), stops.length, {
        demands: unique.map(([i]) => i),
        sites: unique.map(([, j]) => j),
        costs: new Float64Array(unique.length),
      }),
      legs: legsBetween(
        { lons: nodes.map(({ lon }) => lon), lats: nodes.map(({ lat }) => lat), lands: nodes.map(() => 0) },
        { detour: 1.3, speed },
        {
          from: known.map(([from]) => from),
          to: known.map(([, to]) => to),
          minutes: known.map(([, , minutes]) => minutes),
        },
      ),
    };
  });
