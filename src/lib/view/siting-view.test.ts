import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS } from '../domain/access/gaps/group.ts';
import { NO_CRITERIA } from '../domain/places/criteria.ts';
import { MOMENTS } from '../domain/places/opening-week.ts';
import {
  CANDIDATES,
  COUNTED,
  DEFAULT_SITING_VIEW,
  FRAGILITIES,
  readSitingView,
  SITING_PARAMETERS,
  sitingAddress,
  typedCodes,
  writeSitingView,
  type SitingView,
} from './siting-view.ts';

const codes = fc.uniqueArray(fc.constantFrom('38185', '2A004', '97105', '56260'));
const euros = fc.integer({ min: 0, max: 100_000_000 });
const view: fc.Arbitrary<SitingView> = fc
  .record({
    reference: fc.constantFrom('today', 'edition', '2026-11-25'),
    goal: fc.constantFrom('cover', 'mean', 'farthest', 'everyone'),
    count: fc.nat(1_000),
    budget: fc.option(euros),
    price: euros,
    premisesPrice: euros,
    limit: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('km', 'min'),
    group: fc.constantFrom(...GROUPS),
    within: fc.option(fc.constantFrom('38', 'R84', '200040715')),
    counted: fc.constantFrom(...COUNTED),
    candidates: fc.constantFrom(...CANDIDATES),
    closures: fc.nat(1_000),
    forced: codes,
    forbidden: codes,
    list: codes,
    fragility: fc.constantFrom(...FRAGILITIES),
    capacity: fc.option(fc.integer({ min: 1, max: 100_000 })),
    equity: fc.nat(100),
    moment: fc.option(fc.constantFrom(...MOMENTS)),
  })
  .map((own) => ({ ...NO_CRITERIA, ...own }));

const read = (query: string) => readSitingView(new URLSearchParams(query));

describe('the view of siting', () => {
  it('is found again from its address', () => {
    fc.assert(
      fc.property(view, (written) => {
        expect(read(writeSitingView(written))).toEqual({ view: written, ignored: [] });
      }),
    );
  });

  it('never throws, and lists what it does not follow', () => {
    const text = fc.string({ unit: 'grapheme' });
    const parameters = fc.array(fc.tuple(fc.constantFrom(...Object.values(SITING_PARAMETERS)), text));
    fc.assert(
      fc.property(parameters, (pairs) => {
        expect(() => readSitingView(new URLSearchParams(pairs))).not.toThrow();
      }),
    );
    const { view: fallen, ignored } = read('but=tout&n=-3&seuil=500&unite=h&liste=38185+autre&x=1');
    expect(fallen).toEqual({ ...DEFAULT_SITING_VIEW, list: ['38185'] });
    expect(ignored.map(({ parameter }) => parameter)).toEqual([
      'goal',
      'count',
      'limit',
      'unit',
      'list',
      'unknown',
    ]);
  });

  it('takes codes as a person writes them', () => {
    expect(read('avec=38185,+2a004;97105').view.forced).toEqual(['38185', '2A004', '97105']);
  });

  it('is short by default', () => {
    expect(sitingAddress(DEFAULT_SITING_VIEW)).toBe('/implantation');
  });
});

it('keeps lists of codes as they were typed where a part of them is none', () => {
  const parameters = new URLSearchParams({ avec: 'Mende 2a004', sans: '38185, 38421' });
  const { view: read, ignored } = readSitingView(parameters);
  expect(read.forced).toEqual(['2A004']);
  expect(read.forbidden).toEqual(['38185', '38421']);
  expect(ignored).toEqual([{ parameter: 'forced', value: 'Mende' }]);
  expect(typedCodes(parameters, ignored)).toEqual({ avec: 'Mende 2a004' });
});
