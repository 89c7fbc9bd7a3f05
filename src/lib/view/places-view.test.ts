import { Frais, ModaliteAccompagnement } from '@gouvfr-anct/lieux-de-mediation-numerique';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_PUBLICS } from '../domain/places/field-public.ts';
import { SERVICES } from '../domain/places/filter.ts';
import { OFFERS } from '../domain/places/offer.ts';
import { MOMENTS } from '../domain/places/opening-week.ts';
import { PLACE_KINDS } from '../domain/places/place.ts';
import { DEFAULT_PLACES_VIEW, placesAddress, writePlacesView, type PlacesView } from './places-view.ts';
import { readPlacesView, unknownPlaceParameters } from './read-places-view.ts';

const read = (query: string) => readPlacesView(new URLSearchParams(query));
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values));
const degrees = (most: number) =>
  fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((value) => value / 1e5 + 0);

const view: fc.Arbitrary<PlacesView> = fc.record({
  query: fc.string({ unit: 'grapheme', maxLength: 90 }).map((text) => text.trim().slice(0, 80).trim()),
  filter: fc.record({
    kinds: some(PLACE_KINDS),
    services: some(SERVICES),
    free: fc.boolean(),
    assisted: fc.boolean(),
  }),
  offers: some(OFFERS),
  publics: some(FIELD_PUBLICS),
  partners: some(['ccas-de-grenoble', 'la-ligue-de-l-enseignement']),
  funders: some(['region-bretagne', 'etat']),
  programmes: some(['aidants-connect', 'france-services', 'action-n-27']),
  fees: some(Object.values(Frais)),
  support: some(Object.values(ModaliteAccompagnement)),
  moment: fc.constantFrom(null, 'now' as const, ...MOMENTS),
  freshness: fc.constantFrom(null, 12 as const, 18 as const),
  reference: fc.constantFrom('today', 'edition', '2024-02-29', '2026-11-25'),
  within: fc.constantFrom(null, '38185', 'R84', '2A004', '200040715', 'FR'),
  near: fc.option(
    fc.record({
      lon: degrees(180),
      lat: degrees(90),
      km: fc.integer({ min: 1, max: 2_000 }).map((n) => n / 10),
    }),
  ),
  page: fc.integer({ min: 1, max: 100_000 }),
  selected: fc.option(fc.stringMatching(/^[A-Za-z0-9é&=#?_/ -]{1,40}$/)),
  map: fc.boolean(),
});

describe('the directory in an address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(view, (written) => {
        // A lone half of a character is not writable text.
        fc.pre(written.query.isWellFormed());
        expect(read(writePlacesView(written))).toEqual({ view: written, ignored: [] });
      }),
      { numRuns: 10_000 },
    );
    // Ten thousand views outlast the usual patience on a busy machine.
  }, 60_000);

  it('never throws, and says each thing that it could not follow', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        read(query);
      }),
    );
    const { view: fallen, ignored } = read(
      'ls=magie&lg=oui&lt=phare&o=wifi_fibre&pu=tous&cout=cher&aide=tout&quand=hier&frais=6&ref=2024-02-30&dans=x&pres=1_2&p=0&carte=non&pr=A%20B',
    );
    expect(fallen).toEqual({ ...DEFAULT_PLACES_VIEW, offers: ['wifi'] });
    expect(ignored.map(({ parameter }) => parameter).sort()).toEqual(
      [
        'services',
        'free',
        'kinds',
        'offers',
        'publics',
        'programmes',
        'fees',
        'support',
        'moment',
        'freshness',
        'reference',
        'within',
        'near',
        'page',
        'map',
      ].sort(),
    );
  });

  it('reads what a form without scripts sends: empty fields, and a name several times', () => {
    expect(read('q=&frais=&o=wifi&o=formation&lt=mediation&dans=').view).toEqual({
      ...DEFAULT_PLACES_VIEW,
      offers: ['wifi', 'training'],
      filter: { ...DEFAULT_PLACES_VIEW.filter, kinds: ['mediation'] },
    });
  });

  it('keeps short words, and nothing by default', () => {
    expect(placesAddress(DEFAULT_PLACES_VIEW)).toBe('/lieux');
    expect(
      placesAddress({ ...DEFAULT_PLACES_VIEW, moment: 'saturday', near: { lon: 5.7, lat: 45, km: 5 } }),
    ).toBe('/lieux?quand=samedi&pres=5.7_45_5');
  });

  it('lists parameters it does not know, but not those of trackers', () => {
    expect(unknownPlaceParameters(new URLSearchParams('q=a&couleur=bleu&utm_source=x'))).toEqual([
      { parameter: 'unknown', value: 'couleur' },
    ]);
  });
});
