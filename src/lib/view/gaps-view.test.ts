import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECAYS } from '../domain/access/decay.ts';
import { GROUPS } from '../domain/access/gaps/group.ts';
import { SERVICES } from '../domain/places/filter.ts';
import { OFFERS } from '../domain/places/offer.ts';
import { PLACE_KINDS } from '../domain/places/place.ts';
import { MOMENTS } from '../domain/places/opening-week.ts';
import {
  DEFAULT_GAPS_VIEW,
  GAP_MEASURES,
  gapsAddress,
  readGapsView,
  SUPPLIES,
  writeGapsView,
  type GapsView,
} from './gaps-view.ts';

const read = (query: string) => readGapsView(new URLSearchParams(query));

const view: fc.Arbitrary<GapsView> = fc
  .record({
    offers: fc.subarray([...OFFERS]),
    filter: fc.record({
      kinds: fc.subarray([...PLACE_KINDS]),
      services: fc.subarray([...SERVICES]),
      free: fc.boolean(),
      assisted: fc.boolean(),
    }),
    moment: fc.constantFrom(null, ...MOMENTS),
    freshness: fc.constantFrom(null, 12 as const, 18 as const),
    limit: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('km' as const, 'min' as const),
    group: fc.constantFrom(...GROUPS),
    within: fc.constantFrom(null, '38185', 'R84', '200040715'),
    measure: fc.constantFrom(...GAP_MEASURES),
    decay: fc.constantFrom(...DECAYS),
    chooses: fc.boolean(),
    supply: fc.constantFrom(...SUPPLIES),
    reference: fc.constantFrom('today', 'edition', '2026-01-31'),
  })
  .map((drawn) => ({ ...DEFAULT_GAPS_VIEW, ...drawn }));

describe('the gaps in an address', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(view, (written) => {
        expect(read(writeGapsView(written))).toEqual({ view: written, ignored: [] });
      }),
      { numRuns: 5_000 },
    );
  }, 60_000);

  it('leave no default in it', () => {
    expect(gapsAddress(DEFAULT_GAPS_VIEW)).toBe('/ecarts');
  });

  it('fall back and say so: a threshold of nothing, of 500 km, unknown people, a parameter of another page', () => {
    for (const limit of ['0', '500', '-3', '5,5', 'dix'])
      expect(read(`seuil=${limit}`)).toEqual({
        view: DEFAULT_GAPS_VIEW,
        ignored: [{ parameter: 'limit', value: limit }],
      });
    const { view: fallen, ignored } = read('qui=martiens&mesure=x&poids=y&capacite=z&nuage=1&utm_source=a');
    expect(fallen).toEqual(DEFAULT_GAPS_VIEW);
    expect(ignored.map(({ parameter }) => parameter).sort()).toEqual(
      ['group', 'measure', 'decay', 'supply', 'unknown'].sort(),
    );
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        read(query);
      }),
    );
  });
});
