import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../access/sphere.ts';
import { SITE_KINDS, type SitingFrame } from '../frame/siting-frame.ts';
import { USUAL_DAYS, type RoundsAsked } from './asked.ts';
import { planOfRounds, rounding, roundsOfPlan, type Rounds } from './rounding.ts';
import { decodeRoundsFrame, encodeRoundsFrame } from './rounds-file.ts';

interface Commune {
  lon: number;
  lat: number;
  people: number;
  land?: number;
}

const NOTHING = { from: [], to: [], minutes: [] };

/** Communes, each a stop, and places that are there already. */
function frameOf(
  communes: readonly Commune[],
  places: readonly { lon: number; lat: number }[] = [],
): SitingFrame {
  const sites = [...places, ...communes];
  const lands = Uint8Array.from(communes, ({ land = 0 }) => land);
  return {
    demand: {
      lons: Float64Array.from(communes, ({ lon }) => lon),
      lats: Float64Array.from(communes, ({ lat }) => lat),
      lands,
      communes: Int32Array.from(communes.keys()),
      people: Float64Array.from(communes, ({ people }) => people),
      fragility: new Float64Array(communes.length),
    },
    sites: {
      lons: Float64Array.from(sites, ({ lon }) => lon),
      lats: Float64Array.from(sites, ({ lat }) => lat),
      lands: Uint8Array.from([...places.map(() => 0), ...lands]),
      kinds: Uint8Array.from(sites, (_, at) =>
        SITE_KINDS.indexOf(at < places.length ? 'existing' : 'commune'),
      ),
      references: Int32Array.from(sites, (_, at) => (at < places.length ? at : at - places.length)),
      homes: Int32Array.from(sites, (_, at) => (at < places.length ? -1 : at - places.length)),
      wishes: new Uint8Array(sites.length),
      hours: new Float64Array(sites.length).fill(Number.NaN),
    },
    times: null,
  };
}

/** Villages in a row, about 16 km apart, of 100 people. */
const row = (count: number): Commune[] =>
  Array.from({ length: count }, (_, at) => ({ lon: 5 + 0.2 * at, lat: 45, people: 100 }));

const base = (commune: number, { lon, lat, land = 0 }: Commune) => ({ commune, lon, lat, land });

const asked = (communes: readonly Commune[], rest: Partial<RoundsAsked> = {}): RoundsAsked => ({
  limit: 5_000,
  bases: [base(0, communes[0] as Commune)],
  teams: 1,
  days: [1, 2],
  stopsADay: 2,
  minutesADay: 420,
  minutesAStop: 120,
  leavesAt: 510,
  metresADay: 200_000,
  detour: 1.3,
  speed: 50,
  markets: [],
  marketsOnly: false,
  ...rest,
});

function settle(
  communes: readonly Commune[],
  rest: Partial<RoundsAsked> = {},
  frame = frameOf(communes),
): Rounds {
  const answers = rounding(frame, asked(communes, rest), NOTHING, { seed: 1 });
  let last: Rounds | null = null;
  for (let turn = 0; turn < 80; turn++) {
    const { value, done } = answers.next();
    last = value ?? last;
    if (done) break;
  }
  if (!last) throw new Error('no answer');
  return last;
}

const reasons = ({ problems }: Rounds): string[] => problems.map(({ reason }) => reason);

describe('rounds over a frame', () => {
  it('tell hours, roads and people that add up', () => {
    const spot = fc.record({
      lon: fc.double({ min: 5, max: 5.5, noNaN: true }),
      lat: fc.double({ min: 45, max: 45.3, noNaN: true }),
      people: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 200, max: 600 }),
        (communes, minutesADay) => {
          const rounds = settle(communes, { minutesADay, teams: 2 });
          const stops = rounds.rounds.flatMap((round) => round.stops);
          expect(new Set(stops.map(({ commune }) => commune)).size).toBe(stops.length);
          const reached = communes.filter((one, at) =>
            stops.some(
              (stop) => stop.commune === at || greatCircle(one.lon, one.lat, stop.lon, stop.lat) <= 5_000,
            ),
          );
          const people = reached.reduce((sum, one) => sum + one.people, 0);
          expect(rounds.people.after).toBe(people);
          expect(stops.reduce((sum, stop) => sum + stop.people, 0)).toBe(people);
          expect(rounds.left.people).toBe(rounds.people.all - people);
          for (const round of rounds.rounds) {
            let clock = 510;
            for (const { arrives, leaves, leg } of round.stops) {
              expect(arrives).toBeCloseTo(clock + (leg.metres / 50_000) * 60, 3);
              expect(leaves).toBe((arrives as number) + 120);
              clock = leaves as number;
            }
            expect(round.home.at).toBeCloseTo(clock + (round.home.minutes as number), 6);
            expect((round.home.at as number) - 510).toBeLessThanOrEqual(rounds.asked.minutesADay + 0.1);
            const metres = round.stops.reduce((sum, { leg }) => sum + leg.metres, round.home.metres);
            expect(round.metres).toBeCloseTo(metres, 0);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('speak of kilometres only without a speed', () => {
    const rounds = settle(row(4), { speed: null, metresADay: 50_000 });
    expect(rounds.minutes).toBeNull();
    for (const { minutes, home, metres, stops } of rounds.rounds) {
      expect([minutes, home.at, home.minutes]).toEqual([null, null, null]);
      expect(stops.every(({ arrives, leaves }) => arrives === null && leaves === null)).toBe(true);
      expect(metres).toBeLessThanOrEqual(50_000);
    }
  });

  it('take the minutes of a source where it tells them, and count them', () => {
    const communes = row(2);
    const told = { from: [0, 1], to: [1, 0], minutes: [7, 9] };
    const question = asked(communes, { days: [1] });
    const { value } = rounding(frameOf(communes), question, told, { seed: 1 }).next();
    const far = value?.rounds.flatMap(({ stops }) => stops).find(({ commune }) => commune === 1);
    expect(far?.leg).toMatchObject({ minutes: 7, told: true });
    expect(value?.legs.told).toBeGreaterThan(0);
  });

  it('stop where and when there is a market, or where it is not told', () => {
    const communes = row(4);
    const rounds = settle(communes, {
      markets: [
        [1, 1 << 2],
        [2, 1 << 5],
      ],
      stopsADay: 1,
      days: [1, 2],
    });
    const dayOf = new Map(
      rounds.rounds.flatMap(({ day, stops }) => stops.map(({ commune }) => [commune, day])),
    );
    expect(dayOf.has(2)).toBe(false);
    expect(dayOf.get(1) ?? 2).toBe(2);
    const only = settle(communes, { markets: [[1, 1 << 2]], marketsOnly: true });
    expect(only.rounds.map(({ day, stops }) => [day, stops.map(({ commune }) => commune)])).toEqual([
      [2, [1]],
    ]);
    expect(only.problems).toContainEqual({ reason: 'idle', teams: [], days: [1] });
  });

  it('count nobody whom a place reaches already, and say when nobody is left', () => {
    const communes = row(3);
    const [first] = communes as [Commune];
    const rounds = settle(communes, {}, frameOf(communes, [first]));
    expect(rounds.people).toEqual({ all: 300, before: 100, after: 300 });
    const all = settle(communes, {}, frameOf(communes, communes));
    expect([all.rounds, reasons(all), all.proven]).toEqual([[], ['all-covered'], true]);
    expect(reasons(settle(communes.map((one) => ({ ...one, people: 0 }))))).toEqual(['no-demand']);
    expect(reasons(settle([{ ...first, people: Number.NaN }, ...row(2)]))).toContain('bad-people');
  });

  it('never drive from one land to another', () => {
    const [near, far] = row(2) as [Commune, Commune];
    const communes = [near, { ...far, land: 1 }];
    const rounds = settle(communes);
    expect(rounds.rounds.flatMap(({ stops }) => stops).map(({ commune }) => commune)).toEqual([0]);
    expect(rounds.problems).toContainEqual({ reason: 'out-of-reach', people: 100, communes: 1 });
    const apart = settle(communes, { bases: [{ ...base(0, near), land: 2 }] });
    expect([apart.rounds, reasons(apart)]).toEqual([[], ['base-apart', 'no-stop']]);
  });

  it.each<[Partial<RoundsAsked>, string]>([
    [{ teams: 0 }, 'bad-teams'],
    [{ teams: 50 }, 'bad-teams'],
    [{ days: [] }, 'no-day'],
    [{ minutesADay: 60, minutesAStop: 120 }, 'stop-too-long'],
    [{ minutesADay: 121, bases: [{ lon: 6.5, lat: 45, land: 0, commune: 99 }] }, 'day-too-short'],
    [{ metresADay: 1_000, bases: [{ lon: 6.5, lat: 45, land: 0, commune: 99 }] }, 'too-few-metres'],
    [
      {
        markets: [
          [0, 1],
          [1, 1],
          [2, 1],
        ],
      },
      'no-market',
    ],
    [{ teams: 5 }, 'more-stops-than-candidates'],
  ])('answer the nearest question to %j, and say %s', (rest, reason) => {
    const rounds = settle(row(3), rest);
    expect(reasons(rounds)).toContain(reason);
    expect(rounds.people.after).toBeGreaterThan(rounds.people.before);
    if (reason === 'no-day') expect(rounds.asked.days).toEqual(USUAL_DAYS);
  });

  it('propose nothing without a base', () => {
    expect(reasons(settle(row(3), { bases: [] }))).toEqual(['no-base']);
  });

  it('are told again from their communes, unless they no longer hold', () => {
    const communes = row(5);
    const rounds = settle(communes);
    const plan = planOfRounds(rounds);
    const again = roundsOfPlan(frameOf(communes), asked(communes), NOTHING, plan);
    expect(again?.rounds).toEqual(rounds.rounds);
    const short = { ...asked(communes), stopsADay: 1 };
    expect(plan.some((tour) => tour.length > 1)).toBe(true);
    expect(roundsOfPlan(frameOf(communes), short, NOTHING, plan)).toBeNull();
    expect(roundsOfPlan(frameOf(communes), asked(communes), NOTHING, [[99], []])).toBeNull();
  });

  it('go by file as they are', () => {
    const frame = frameOf(row(3), row(1));
    const told = { from: [0, 2], to: [1, 0], minutes: [12.5, 30] };
    const bytes = encodeRoundsFrame({ frame, told });
    expect(decodeRoundsFrame(bytes).told).toEqual(told);
    expect(decodeRoundsFrame(bytes).frame.sites.kinds).toEqual(frame.sites.kinds);
    for (const length of [0, 7, bytes.length - 1])
      expect(() => decodeRoundsFrame(bytes.subarray(0, length))).toThrow(RangeError);
  });
});
