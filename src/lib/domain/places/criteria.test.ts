import { Frais, Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { describe, expect, it } from 'vitest';
import { answerOf, criteriaOf, demandsOf, NO_CRITERIA, withDemand, type PlaceCriteria } from './criteria.ts';
import { NO_FILTER, SERVICES } from './filter.ts';
import { OFFERS } from './offer.ts';
import { MOMENTS } from './opening-week.ts';
import { blankPlace, type Place } from './place.ts';

const DAY = '2026-11-25';
const place = (over: Partial<Place>): Place => ({ ...blankPlace('a', 'Lieu'), ...over });
const answer = (criteria: Partial<PlaceCriteria>, over: Partial<Place>): string =>
  answerOf(place(over), demandsOf({ ...NO_CRITERIA, ...criteria }, DAY));

/** Everything that can be asked, together. */
const ALL: PlaceCriteria = {
  filter: { kinds: ['mediation', 'france-services'], services: [...SERVICES], free: true, assisted: true },
  offers: OFFERS,
  publics: ['seniors', 'low-skilled'],
  programmes: ['aidants-connect'],
  partners: ['ccas', 'croix-rouge'],
  funders: ['etat'],
  fees: Object.values(Frais),
  support: ['En autonomie'],
  moment: 'saturday',
  freshness: 18,
};

describe('answerOf', () => {
  it('tells a no from a silence: only a yes counts', () => {
    const saturday = { moment: 'saturday' } as const;
    expect(answer(saturday, {})).toBe('unsaid');
    expect(answer(saturday, { week: [{ day: 1, from: 540, to: 720 }] })).toBe('no');
    expect(answer(saturday, { week: [{ day: 5, from: 540, to: 720 }] })).toBe('yes');
    const free = { filter: { ...NO_FILTER, free: true } };
    expect(answer(free, {})).toBe('unsaid');
    expect(answer(free, { fees: ['Payant'] })).toBe('no');
    expect(answer({ ...free, ...saturday }, { fees: ['Payant'] })).toBe('no');
    expect(answer({}, {})).toBe('yes');
  });

  it('takes partners and funders by the words of their names, any of those asked', () => {
    const partners = ['ccas-de-grenoble', 'autre'];
    expect(answer({ partners }, { structure: 'CCAS de Grenoble' })).toBe('yes');
    expect(answer({ partners }, { structure: 'Mairie', operator: 'CCAS de Grenoble' })).toBe('yes');
    expect(answer({ partners }, { structure: 'Mairie' })).toBe('no');
    expect(answer({ partners }, {})).toBe('unsaid');
    expect(answer({ funders: ['etat'] }, { funders: ['État'] })).toBe('yes');
  });

  it('counts freshness from the day given, and a record without a date as old', () => {
    expect(answer({ freshness: 12 }, { updated: '2026-01-01' })).toBe('yes');
    expect(answer({ freshness: 12 }, { updated: '2025-10-01' })).toBe('no');
    expect(answer({ freshness: 18 }, { updated: '2025-10-01' })).toBe('yes');
    expect(answer({ freshness: 18 }, {})).toBe('no');
  });

  it('asks every service, and knows the nine of the schema', () => {
    const services = [...Object.values(Service)];
    expect(answer({ filter: { ...NO_FILTER, services } }, { services })).toBe('yes');
    expect(answer({ filter: { ...NO_FILTER, services } }, { services: services.slice(1) })).toBe('no');
  });
});

it('a demand alone, then all of them together, say again what was asked', () => {
  const demands = demandsOf(ALL, DAY);
  for (const demand of demands) {
    const [again, ...others] = demandsOf(criteriaOf(demand), DAY);
    expect(others).toEqual([]);
    expect(again).toMatchObject({ field: demand.field, value: demand.value });
  }
  expect(
    demands.reduce<PlaceCriteria>((criteria, demand) => withDemand(criteria, demand), NO_CRITERIA),
  ).toEqual(ALL);
  expect(MOMENTS).toContain(ALL.moment);
});
