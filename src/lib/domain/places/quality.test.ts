import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPlace, type Place } from './place.ts';
import { CRITERIA, missingOf, qualityOfGroup, recordQuality } from './quality.ts';

const ON = '2026-11-25';
const place = (fields: Partial<Place> = {}): Place => ({ ...blankPlace('a', 'Lieu'), ...fields });
const full = place({
  address: '1 rue du Phare',
  postcode: '38000',
  commune: '38185',
  position: 'given',
  services: ['S'],
  publics: ['Seniors'],
  fees: ['Gratuit'],
  week: [{ day: 0, from: 540, to: 720 }],
  website: 'https://exemple.fr',
  phone: '01 99 00 00 00',
  summary: 'Un lieu.',
  updated: '2026-11-01',
});

describe('the quality of a record', () => {
  it('is whole when everything is said and recent, and lacks nothing', () => {
    const quality = recordQuality(full, ON);
    expect(quality.score).toBe(1);
    expect(missingOf(quality)).toEqual([]);
  });

  it('is nothing when only the name is known', () => {
    const quality = recordQuality(place(), ON);
    expect(quality.score).toBe(0);
    expect(missingOf(quality)).toEqual(CRITERIA.filter((one) => one !== 'freshness'));
  });

  it('loses a tenth for each thing missing, and in proportion to age', () => {
    expect(recordQuality({ ...full, fees: [] }, ON).score).toBeCloseTo(0.9, 9);
    const old = recordQuality({ ...full, updated: '2025-08-26' }, ON);
    expect(old.states.freshness).toBe('partial');
    expect(old.score).toBeCloseTo(0.95, 2);
  });

  it('takes a booking page for a way to come and to ask, not for a site', () => {
    const { states } = recordQuality(
      { ...full, website: null, phone: null, bookingUrl: 'https://rdv.fr' },
      ON,
    );
    expect(states).toMatchObject({
      mobilisation: 'filled',
      contact: 'filled',
      website: 'missing',
      phone: 'missing',
    });
  });

  it('leaves out what does not apply: the address of a bus, the services of premises', () => {
    const bus = recordQuality({ ...full, itinerant: true, address: '' }, ON);
    expect(bus.states.address).toBe('not-applicable');
    expect(bus.score).toBe(1);
    const premises = recordQuality({ ...full, candidate: true, services: [], fees: [], publics: [] }, ON);
    expect(premises.score).toBe(1);
    expect(missingOf(premises)).toEqual([]);
  });

  it('never falls when something more is said', () => {
    const keys = [
      'address',
      'postcode',
      'commune',
      'services',
      'publics',
      'fees',
      'website',
      'phone',
      'summary',
    ];
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom(...keys), (known, more) => {
        const pick = (names: readonly string[]): Place =>
          place(Object.fromEntries(Object.entries(full).filter(([name]) => names.includes(name))));
        expect(recordQuality(pick([...known, more]), ON).score).toBeGreaterThanOrEqual(
          recordQuality(pick(known), ON).score,
        );
      }),
    );
  });
});

describe('the quality of a group', () => {
  it('is the mean, the marks and the shares known', () => {
    const group = qualityOfGroup([full, place({ updated: '2025-10-01', position: 'commune-centre' })], ON);
    expect(group).toMatchObject({
      places: 2,
      marks: { fresh: 1, 'to-check': 1, 'to-update': 0 },
      services: 0.5,
      hours: 0.5,
      position: 0.5,
      fees: 0.5,
    });
    expect(group.score).toBeGreaterThan(0.5);
  });

  it('of no place is unknown, not nothing', () => {
    expect(qualityOfGroup([], ON)).toMatchObject({ places: 0, score: null, services: null, fees: null });
  });

  it('may judge each place on a day of its own', () => {
    const days: Record<string, string> = { a: '2023-01-01', b: ON };
    const two = [place({ updated: '2022-12-01' }), { ...blankPlace('b', 'B'), updated: '2022-12-01' }];
    expect(qualityOfGroup(two, ({ id }) => days[id] ?? ON).marks).toEqual({
      fresh: 1,
      'to-check': 0,
      'to-update': 1,
    });
  });
});
