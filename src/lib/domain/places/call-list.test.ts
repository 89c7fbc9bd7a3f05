import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callList } from './call-list.ts';
import { blankPlace, type Place } from './place.ts';

const ON = '2026-11-25';
const OLD = '2024-01-01';
const place = (id: string, fields: Partial<Place> = {}): Place => ({
  ...blankPlace(id, id),
  lat: 45,
  lon: 5,
  updated: OLD,
  ...fields,
});
const ids = (calls: ReturnType<typeof callList>): string[] => calls.map(({ place: { id } }) => id);

describe('whom to call first', () => {
  it('is the place on which most people depend', () => {
    const calls = callList({
      places: [place('few'), place('many')],
      nearest: [0, 1, 1, -1],
      populations: [500, 300, 400, 9_000],
      on: ON,
    });
    expect(calls.map(({ place: { id }, people }) => [id, people])).toEqual([
      ['many', 700],
      ['few', 500],
    ]);
    expect(calls[0]).toMatchObject({ mark: 'to-update', months: 34 });
    expect(calls[0]?.missing).toContain('phone');
  });

  it('then the older record, the one without a date before all', () => {
    const places = [
      place('recent', { updated: '2024-06-01' }),
      place('undated', { updated: null }),
      place('old'),
    ];
    expect(ids(callList({ places, nearest: [], populations: [], on: ON }))).toEqual([
      'undated',
      'old',
      'recent',
    ]);
  });

  it('leaves out the fresh, the closed and mere premises', () => {
    const places = [
      place('fresh', { updated: '2026-11-01' }),
      place('closed', { closed: '2026-01-01' }),
      place('premises', { candidate: true }),
      place('closing', { closed: '2027-01-01' }),
    ];
    expect(ids(callList({ places, nearest: [0, 1], populations: [10, 10], on: ON }))).toEqual(['closing']);
  });

  it('puts last a place without a position: nobody knows who depends on it', () => {
    const places = [place('nowhere', { lat: null, lon: null, updated: null }), place('unneeded')];
    const calls = callList({ places, nearest: [], populations: [], on: ON });
    expect(calls.map(({ place: { id }, people }) => [id, people])).toEqual([
      ['unneeded', 0],
      ['nowhere', null],
    ]);
  });

  it('counts every commune of known population once', () => {
    const commune = fc.record({
      nearest: fc.integer({ min: -1, max: 3 }),
      people: fc.option(fc.nat(10_000), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(commune), (communes) => {
        const calls = callList({
          places: ['a', 'b', 'c', 'd'].map((id) => place(id)),
          nearest: communes.map(({ nearest }) => nearest),
          populations: communes.map(({ people }) => people),
          on: ON,
        });
        const counted = calls.reduce((sum, { people }) => sum + (people ?? 0), 0);
        const served = communes.filter(({ nearest }) => nearest >= 0);
        expect(counted).toBe(served.reduce((sum, { people }) => sum + (people ?? 0), 0));
        const order = calls.map(({ people }) => people ?? -1);
        expect(order).toEqual([...order].sort((p, q) => q - p));
      }),
    );
  });
});
