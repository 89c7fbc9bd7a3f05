import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rollUpZones, type ZoneRollUpInputs } from './zone-roll-up.ts';
import type { Zone } from './zone.ts';

const zone = (code: string, communes: string[], population: number | null, areaKm2 = 1): Zone => ({
  kind: 'qpv',
  code,
  name: code,
  communes,
  population,
  areaKm2,
  lon: 5,
  lat: 45,
  bbox: [5, 45, 5, 45],
});

const inputs = (zones: Zone[], rest: Partial<ZoneRollUpInputs> = {}): ZoneRollUpInputs => ({
  kind: 'qpv',
  figure: 'rate',
  zones: new Map(zones.map((one) => [one.code, one])),
  current: (code) => (code.startsWith('99') ? null : { code, population: 10_000 }),
  ...rest,
});

it('averages rates by people, and says how many of the commune they are and how far apart', () => {
  const zones = [zone('QN00101M', ['01053'], 3_000), zone('QN00102M', ['01053'], 1_000)];
  const rows = [
    { code: 'QN00101M', value: 40 },
    { code: 'QN00102M', value: 20 },
  ];
  expect(rollUpZones(rows, inputs(zones)).communes).toEqual([
    {
      commune: '01053',
      value: 35,
      weighting: 'population',
      zones: 2,
      unknown: 0,
      cover: 0.4,
      spread: [20, 40],
    },
  ]);
});

it('weighs by area where people are not published, and alike where nothing is known', () => {
  const zones = [zone('QN00101M', ['01053'], null, 3), zone('QN00102M', ['01053'], 1_000, 1)];
  const rows = [
    { code: 'QN00101M', value: 40 },
    { code: 'QN00102M', value: 20 },
  ];
  const [byArea] = rollUpZones(rows, inputs(zones)).communes;
  expect(byArea).toMatchObject({ value: 35, weighting: 'area', cover: null });
  const iris = rollUpZones(
    [
      { code: '381850101', value: 40 },
      { code: '381850102', value: 20 },
    ],
    inputs([], { kind: 'iris' }),
  );
  expect(iris.communes).toMatchObject([{ commune: '38185', value: 30, weighting: 'equal' }]);
});

it('never takes an unknown zone for 0: a count is then unknown, a rate is that of the others', () => {
  const zones = [zone('QN00101M', ['01053'], 3_000), zone('QN00102M', ['01053'], 1_000)];
  const rows = [
    { code: 'QN00101M', value: 40 },
    { code: 'QN00102M', value: null },
  ];
  expect(rollUpZones(rows, inputs(zones, { figure: 'count' })).communes[0]).toMatchObject({
    value: null,
    unknown: 1,
  });
  expect(rollUpZones(rows, inputs(zones)).communes[0]).toMatchObject({ value: 40, unknown: 1 });
});

it('names the codes that it could not place, and those given twice', () => {
  const zones = [zone('QN00101M', ['01053'], null), zone('QN99901M', ['99999'], null)];
  const rows = ['QN00101M', 'qn00101m', 'QN00199M', 'QN99901M', 'Bourg'].map((code) => ({ code, value: 1 }));
  expect(rollUpZones(rows, inputs(zones))).toMatchObject({
    unmatched: ['QN00199M', 'QN99901M', 'Bourg'],
    repeated: ['qn00101m'],
  });
});

it('keeps a count whole however zones lie over communes, and whatever the order of the rows', () => {
  const row = fc.record({
    at: fc.integer({ min: 0, max: 99 }),
    communes: fc.uniqueArray(fc.constantFrom('01001', '01002', '01004', '01005'), {
      minLength: 1,
      maxLength: 3,
    }),
    value: fc.integer({ min: 0, max: 1_000 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ at }) => at, minLength: 1, maxLength: 20 }), (given) => {
      const codeOf = (at: number): string => `QN001${String(at).padStart(2, '0')}M`;
      const zones = given.map(({ at, communes }) => zone(codeOf(at), communes, null));
      const rows = given.map(({ at, value }) => ({ code: codeOf(at), value }));
      const rolled = rollUpZones(rows, inputs(zones, { figure: 'count' }));
      const sum = rolled.communes.reduce((all, { value }) => all + (value ?? 0), 0);
      expect(sum).toBeCloseTo(
        rows.reduce((all, { value }) => all + value, 0),
        6,
      );
      expect(rolled.shared).toBe(given.filter(({ communes }) => communes.length > 1).length);
      const turned = rollUpZones(rows.toReversed(), inputs(zones, { figure: 'count' })).communes;
      expect(turned.map(({ commune, zones: count }) => [commune, count])).toEqual(
        rolled.communes.map(({ commune, zones: count }) => [commune, count]),
      );
      turned.forEach(({ value }, at) => expect(value).toBeCloseTo(rolled.communes[at]!.value!, 6));
    }),
  );
});
