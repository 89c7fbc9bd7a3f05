import { expect, it } from 'vitest';
import { landOf } from '../access/landmass.ts';
import { matchesTraits, NO_FILTER, SERVICES, traitsOf } from './filter.ts';
import { blankPlace, type Place } from './place.ts';
import { decodePlacePoints, encodePlacePoints } from './place-points.ts';

const place = (over: Partial<Place>): Place => ({
  ...blankPlace('a', 'Lieu'),
  lat: 45.188529,
  lon: 5.724524,
  position: 'given',
  services: [...SERVICES],
  fees: ['Gratuit'],
  support: ['Accompagnement individuel'],
  onBehalf: true,
  ...over,
});

it('keeps positions to the millionth, traits, and says which positions are approximate', () => {
  const places = [
    place({}),
    place({
      lat: null,
      lon: null,
      position: 'none',
      kind: 'france-services',
      services: [],
      fees: [],
      support: [],
      onBehalf: false,
    }),
    place({
      lat: -21.1,
      lon: -61.5,
      position: 'commune-centre',
      commune: '97209',
      week: [{ day: 0, from: 540, to: 750 }],
      helpers: 2,
    }),
  ];
  const points = decodePlacePoints(encodePlacePoints(places, Number));
  expect([...points.lons]).toEqual([5.724524, Number.NaN, -61.5]);
  expect([...points.lats]).toEqual([45.188529, Number.NaN, -21.1]);
  expect([...points.traits]).toEqual(places.map(traitsOf));
  expect([...points.lands]).toEqual([null, null, '97209'].map(landOf));
  expect([...points.homes]).toEqual([-1, -1, 97209]);
  expect([...points.hours]).toEqual([Number.NaN, Number.NaN, 7]);
  expect([...points.approximate]).toEqual([0, 0, 1]);
  expect(matchesTraits(points.traits[2] as number, { ...NO_FILTER, free: true, services: SERVICES })).toBe(
    true,
  );
});

it('refuses bytes that are not its own', () => {
  expect(() => decodePlacePoints(new Uint8Array(4))).toThrow(RangeError);
  expect(() => decodePlacePoints(encodePlacePoints([place({})], Number).subarray(0, 12))).toThrow(
    'do not hold 1 places',
  );
});
