import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../domain/access/sphere.ts';
import { matchesTraits, NO_FILTER, SERVICES, traitsOf } from '../domain/places/filter.ts';
import { PLACE_KINDS } from '../domain/places/place.ts';
import type { PlacePoints } from '../domain/places/place-points.ts';
import { measureGap } from './gap.ts';
import { LastAsked, type AskedWorker, type ToWorker } from './last-asked.ts';

const point = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  kind: fc.constantFrom(...PLACE_KINDS),
  services: fc.subarray([...SERVICES]),
  free: fc.boolean(),
  approximate: fc.boolean(),
});
type Point = {
  lon: number;
  lat: number;
  kind: (typeof PLACE_KINDS)[number];
  services: string[];
  free: boolean;
  approximate: boolean;
};

const pointsOf = (places: Point[]): PlacePoints => ({
  lons: Float64Array.from(places, ({ lon }) => lon),
  lats: Float64Array.from(places, ({ lat }) => lat),
  lands: new Uint8Array(places.length),
  homes: new Int32Array(places.length).fill(-1),
  hours: new Float32Array(places.length).fill(Number.NaN),
  traits: Uint32Array.from(places, ({ kind, services, free }) =>
    traitsOf({ kind, services, fees: free ? ['Gratuit'] : [], support: [], onBehalf: false }),
  ),
  approximate: Uint8Array.from(places, ({ approximate }) => (approximate ? 1 : 0)),
});

describe('measureGap', () => {
  it('is the shortest distance to a matching place, as brute force finds it', () => {
    const filter = fc.record({
      kinds: fc.subarray([...PLACE_KINDS]),
      services: fc.subarray([...SERVICES], { maxLength: 2 }),
      free: fc.boolean(),
      assisted: fc.constant(false),
    });
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 40 }),
        fc.array(point, { minLength: 1, maxLength: 20 }),
        filter,
        (places, centres, asked) => {
          const to = pointsOf(places);
          const gap = measureGap(pointsOf(centres), to, asked);
          centres.forEach((centre, i) => {
            const found = places
              .filter((_, at) => matchesTraits(to.traits[at] as number, asked))
              .map((place) => greatCircle(centre.lon, centre.lat, place.lon, place.lat));
            expect(gap.distances[i]).toBeCloseTo(Math.min(Infinity, ...found), 3);
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts approximate places among those that match, and keeps them', () => {
    const places = pointsOf([
      { lon: 5, lat: 45, kind: 'mediation', services: [], free: false, approximate: true },
      { lon: 6, lat: 45, kind: 'france-services', services: [], free: false, approximate: true },
    ]);
    const gap = measureGap({ lons: [5], lats: [45], lands: [0] }, places, {
      ...NO_FILTER,
      kinds: ['mediation'],
    });
    expect(gap).toMatchObject({ matching: 1, approximate: 1 });
    expect(gap.distances[0]).toBe(0);
    expect(gap.nearest[0]).toBe(0);
  });

  it('has no distance without a centre, and an infinite one without a place', () => {
    const none = pointsOf([]);
    expect([
      ...measureGap({ lons: [5, Number.NaN], lats: [45, Number.NaN], lands: [0, 0] }, none, NO_FILTER)
        .distances,
    ]).toEqual([Infinity, Number.NaN]);
  });
});

describe('LastAsked', () => {
  const fakeWorker = () => {
    const sent: ToWorker<string, number>[] = [];
    const worker: AskedWorker = {
      postMessage: (message: ToWorker<string, number>) => void sent.push(message),
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    };
    const answer = (turn: number): void =>
      worker.onmessage?.call(worker as Worker, { data: { turn, answer: turn } } as MessageEvent);
    return { worker, sent, answer };
  };

  it('sends what is kept once, then questions, and only the last one is answered', async () => {
    const { worker, sent, answer } = fakeWorker();
    const runner = new LastAsked<string, number, number>(worker);
    runner.keep('points');
    const first = runner.ask(1);
    const second = runner.ask(2);
    answer(1);
    answer(2);
    expect(await first).toBeNull();
    expect(await second).toBe(2);
    expect(sent.map(({ kind }) => kind)).toEqual(['keep', 'asked', 'asked']);
  });

  it('says when the worker fails, and lets go when closed', async () => {
    const { worker } = fakeWorker();
    const runner = new LastAsked<string, number, number>(worker);
    const failing = runner.ask(1);
    worker.onerror?.call(worker as Worker, { message: 'boom' } as ErrorEvent);
    await expect(failing).rejects.toThrow('boom');
    const closing = runner.ask(2);
    runner.close();
    expect(await closing).toBeNull();
  });
});
