import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS } from '../domain/access/gaps/group.ts';
import { NO_CRITERIA } from '../domain/places/criteria.ts';
import { MOMENTS } from '../domain/places/opening-week.ts';
import {
  DEFAULT_ROUNDS_VIEW,
  readRoundsView,
  ROUNDS_PARAMETERS,
  roundsAddress,
  STOP_CANDIDATES,
  writeRoundsView,
  type RoundsView,
} from './rounds-view.ts';
import { COUNTED } from './siting-view.ts';

const codes = fc.uniqueArray(fc.constantFrom('38185', '2A004', '97105', '56260'));
const view: fc.Arbitrary<RoundsView> = fc
  .record({
    reference: fc.constantFrom('today', 'edition', '2026-11-25'),
    limit: fc.integer({ min: 1, max: 60 }),
    group: fc.constantFrom(...GROUPS),
    within: fc.option(fc.constantFrom('38', 'R84')),
    counted: fc.constantFrom(...COUNTED),
    candidates: fc.constantFrom(...STOP_CANDIDATES),
    forbidden: codes,
    list: codes,
    moment: fc.option(fc.constantFrom(...MOMENTS)),
    teams: fc.nat(99),
    bases: fc.array(fc.constantFrom('38185', 'Saint-Denis (93)', 'L’Isle-d’Abeau'), { maxLength: 4 }),
    days: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
    stopsADay: fc.integer({ min: 1, max: 8 }),
    day: fc.integer({ min: 15, max: 1_440 }),
    stop: fc.integer({ min: 15, max: 1_440 }),
    leavesAt: fc.nat(1_439),
    kilometres: fc.integer({ min: 1, max: 600 }),
    detour: fc.integer({ min: 1_000, max: 3_000 }).map((value) => value / 1_000),
    speed: fc.option(fc.integer({ min: 10, max: 110 })),
    markets: fc.constantFrom('', '38006 mardi, samedi', 'Mer = mercredi\n38185;jeudi'),
    marketsOnly: fc.boolean(),
    plan: fc.option(fc.constantFrom([['38185', '2A004'], [], ['56260']], [['38185']])),
  })
  .map((own) => ({ ...NO_CRITERIA, ...own }));

const read = (query: string) => readRoundsView(new URLSearchParams(query));

describe('the view of rounds', () => {
  it('is found again from its address', () => {
    fc.assert(
      fc.property(view, (written) => {
        expect(read(writeRoundsView(written))).toEqual({ view: written, ignored: [] });
      }),
    );
    expect(roundsAddress(DEFAULT_ROUNDS_VIEW)).toBe('/implantation/tournees');
  });

  it('never throws, and lists what it does not follow', () => {
    const pair = fc.tuple(
      fc.constantFrom(...Object.values(ROUNDS_PARAMETERS)),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        expect(() => readRoundsView(new URLSearchParams(pairs))).not.toThrow();
      }),
    );
    const { view: fallen, ignored } = read(
      'equipes=-1&candidats=locaux&journee=99&depart=25:00&detour=0.5&plan=38185.38185&jours=mardi_mardredi&qui=tous&x=1',
    );
    expect(fallen).toEqual({ ...DEFAULT_ROUNDS_VIEW, days: [1] });
    expect(Object.fromEntries(ignored.map(({ parameter, value }) => [parameter, value]))).toEqual({
      group: 'tous',
      candidates: 'locaux',
      teams: '-1',
      day: '99',
      leavesAt: '25:00',
      detour: '0.5',
      plan: '38185.38185',
      days: 'mardredi',
      unknown: 'x',
    });
  });

  it('reads what a form sends and what people write', () => {
    expect(read('jours=').view.days).toEqual([]);
    expect(read('jours=&jours=samedi&jours=lundi').view.days).toEqual([0, 5]);
    expect(read('journee=6h30&arret=1,5&depart=8h').view).toMatchObject({
      day: 390,
      stop: 90,
      leavesAt: 480,
    });
    expect(read('bases=Vizille%2C%20La%20Mure').view.bases).toEqual(['Vizille', 'La Mure']);
  });

  it('keeps whole lines of market days that are too long, and says which are left', () => {
    const line = '38006 mardi\n';
    const { view: cut, ignored } = read(new URLSearchParams({ marches: line.repeat(500) }).toString());
    expect(cut.markets.length).toBeLessThanOrEqual(4_000);
    expect(cut.markets.split('\n').every((one) => one === '38006 mardi')).toBe(true);
    expect(ignored.map(({ parameter }) => parameter)).toEqual(['markets']);
  });
});
