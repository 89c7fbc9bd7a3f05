import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { stageCog } from '../../server/import/sources/territory/cog-2026.ts';
import { territories as make } from './fixture.ts';
import { compactPerimeter } from './perimeter-compact.ts';
import { resolvePerimeter, slugOfToken, tokenOf } from './perimeter.ts';
import { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

/** The whole hierarchy of France, from the package that the import reads. */
let country: Territories;

beforeAll(async () => {
  const folder = new URL('../../../../node_modules/@etalab/decoupage-administratif/data', import.meta.url);
  const { territories, formers } = await stageCog(fileURLToPath(folder));
  country = new Territories(territories, formers);
}, 60_000);

const codesOf = (communes: readonly Territory[]): string[] => communes.map(({ code }) => code);
const resolve = (...tokens: string[]) => resolvePerimeter(tokens, country);

describe('resolvePerimeter', () => {
  it('holds each commune once, in the order of the columns, whatever the order of the tokens', () => {
    const { communes, unknown, replaced } = resolve('38421', '38185', '200040715', '38185');
    const grenoble = country.get('epci', '200040715') as Territory;
    expect(codesOf(communes)).toEqual(codesOf(country.communes(grenoble)));
    expect([unknown, replaced]).toEqual([[], []]);
  });

  it('takes out what is excluded, whatever the order', () => {
    const whole = resolve('38').communes.length;
    expect(resolve('38', '-38421', '-200040715').communes).toHaveLength(whole - 49);
    expect(resolve('-38421', '38').communes).toHaveLength(whole - 1);
    expect(resolve('-38').communes).toEqual([]);
  });

  it('reads every kind of slug, in any case', () => {
    expect(codesOf(resolve('2a004').communes)).toEqual(['2A004']);
    expect(resolve('r11').communes).toHaveLength(
      country.all('commune').filter((c) => c.region === '11').length,
    );
    expect(resolve('FR').communes).toHaveLength(34_875);
    const [ept] = country.all('ept');
    expect(resolve(ept?.code ?? '').communes).toEqual(country.communes(ept as Territory));
  });

  it('says one by one which codes were merged, and takes arrondissements to their city', () => {
    const { communes, replaced, unknown } = resolve('01091', '75101', '69383', '-13201', '99999', 'abc', '');
    expect(codesOf(communes)).toEqual(['01033', '69123', '75056']);
    expect(replaced.map(({ code, why, into, excluded }) => [code, why, into.code, excluded])).toEqual([
      ['01091', 'merged', '01033', false],
      ['75101', 'arrondissement', '75056', false],
      ['69383', 'arrondissement', '69123', false],
      ['13201', 'arrondissement', '13055', true],
    ]);
    expect(unknown).toEqual(['99999', 'abc', '']);
  });

  it('never throws, whatever the tokens', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 })), (tokens) => {
        const { communes, unknown } = resolvePerimeter(tokens, country);
        expect(unknown.length).toBeLessThanOrEqual(tokens.length);
        expect(new Set(communes).size).toBe(communes.length);
      }),
    );
  });
});

/** A perimeter as a person might make one: some groups and communes, less some others. */
const madeUp = (): fc.Arbitrary<string[]> => {
  const of = (level: 'commune' | 'epci' | 'ept' | 'departement' | 'region') =>
    fc.constantFrom(...country.all(level));
  const any = fc.oneof(
    { weight: 6, arbitrary: of('commune') },
    { weight: 4, arbitrary: of('epci') },
    { weight: 1, arbitrary: of('ept') },
    { weight: 2, arbitrary: of('departement') },
    { weight: 1, arbitrary: of('region') },
  );
  return fc.array(
    fc.tuple(any, fc.boolean()).map(([territory, excluded]) => tokenOf(territory, excluded)),
    { maxLength: 25 },
  );
};

describe('compactPerimeter', () => {
  const compact = (...tokens: string[]) => compactPerimeter(resolve(...tokens).communes, country);

  it('names whole groups, from the largest', () => {
    const isere = country.get('departement', '38') as Territory;
    expect(compact(...codesOf(country.communes(isere)))).toEqual(['38']);
    expect(compact('FR')).toEqual(['FR']);
    expect(compact('R84', '200040715', '2A')).toEqual(['R84', '2A']);
    expect(compact('69', '38421', '38185')).toEqual(['69', '38185', '38421']);
    expect(compact()).toEqual([]);
  });

  it('takes out where that is shorter', () => {
    expect(compact('38', '-38421', '-200040715')).toEqual(['38', '-200040715']);
    expect(compact('FR', '-R11')).toEqual(['FR', '-R11']);
    expect(compact('200040715', '-38421')).toEqual(['200040715', '-38421']);
  });

  it('keeps the name of a commune that is a département of its own', () => {
    expect(compact('75056')).toEqual(['75056']);
  });

  it('designates the same communes, with no more tokens', () => {
    fc.assert(
      fc.property(madeUp(), (tokens) => {
        const { communes } = resolvePerimeter(tokens, country);
        const written = compactPerimeter(communes, country);
        const back = resolvePerimeter(written, country);
        expect(back.unknown).toEqual([]);
        expect(codesOf(back.communes)).toEqual(codesOf(communes));
        expect(new Set(written).size).toBe(written.length);
        expect(compactPerimeter(back.communes, country)).toEqual(written);
      }),
      { numRuns: 150 },
    );
  });

  it('designates the same communes on countries of any shape, straddling groups included', () => {
    const place = fc.record({
      epci: fc.constantFrom(null, '200000001', '200000002', '200000003'),
      departement: fc.constantFrom('01', '02', '03'),
      inside: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 24 }), (places) => {
        const regionOf = { '01': '11', '02': '11', '03': '24' } as Record<string, string>;
        const small = make([
          ...places.map(({ epci, departement }, at) => ({
            level: 'commune' as const,
            code: `${departement}${String(at + 1).padStart(3, '0')}`,
            epci,
            departement,
            region: regionOf[departement] ?? null,
          })),
          ...['200000001', '200000002', '200000003'].map((code) => ({ level: 'epci' as const, code })),
          ...['01', '02', '03'].map((code) => ({ level: 'departement' as const, code })),
          ...['11', '24'].map((code) => ({ level: 'region' as const, code })),
          { level: 'france' as const, code: 'FR' },
        ]);
        const wanted = small.all('commune').filter(({ code }) => places[Number(code.slice(2)) - 1]?.inside);
        const written = compactPerimeter(wanted, small);
        expect(codesOf(resolvePerimeter(written, small).communes)).toEqual(codesOf(wanted));
        expect(written.length).toBeLessThanOrEqual(Math.max(1, wanted.length));
      }),
      { numRuns: 2_000 },
    );
  });
});

it('slugOfToken leaves the mark of an exclusion', () => {
  expect([slugOfToken('-2a004'), slugOfToken('r84')]).toEqual(['2A004', 'R84']);
});
