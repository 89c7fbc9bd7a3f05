import { describe, expect, it } from 'vitest';
import type { Level } from './level.ts';
import { SearchIndex, searchIndexOf } from './search.ts';
import { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

const ordinals = new Map<Level, number>();

function territory(level: Level, code: string, name: string, fields: Partial<Territory> = {}): Territory {
  const ordinal = ordinals.get(level) ?? 0;
  ordinals.set(level, ordinal + 1);
  return {
    level,
    code,
    name,
    ordinal,
    zone: 'metro',
    kind: null,
    population: 100,
    lat: 45,
    lon: 5,
    surfaceKm2: 10,
    commune: null,
    epci: null,
    ept: null,
    departement: null,
    region: null,
    postcodes: [],
    bbox: null,
    ...fields,
  };
}

const commune = (code: string, name: string, population: number, postcodes: string[] = []): Territory =>
  territory('commune', code, name, {
    population,
    postcodes,
    departement: code.startsWith('974') ? '974' : code.slice(0, 2),
  });

const territories = new Territories(
  [
    commune('11339', 'Saint-Denis', 500, ['11310']),
    commune('2A004', 'Ajaccio', 70_000, ['20000', '20090']),
    commune('38185', 'Grenoble', 158_000, ['38000', '38100']),
    commune('38421', "Saint-Martin-d'Hères", 38_000, ['38400']),
    commune('42218', 'Saint-Étienne', 172_000, ['42000']),
    commune('76575', 'Saint-Étienne-du-Rouvray', 28_000),
    commune('76351', 'Le Havre', 166_000),
    commune('85191', 'La Roche-sur-Yon', 55_000),
    commune('93066', 'Saint-Denis', 150_000, ['93200', '93210']),
    commune('97411', 'Saint-Denis', 155_000, ['97400']),
    territory('epci', '200040715', 'Grenoble-Alpes-Métropole', { population: 450_000, departement: '38' }),
    territory('departement', '38', 'Isère', { population: 1_280_000, departement: '38', region: '84' }),
    territory('departement', '84', 'Vaucluse', { population: 560_000, departement: '84', region: '93' }),
    territory('departement', '93', 'Seine-Saint-Denis', {
      population: 1_680_000,
      departement: '93',
      region: '11',
    }),
    territory('region', '84', 'Auvergne-Rhône-Alpes', { population: 8_100_000, region: '84' }),
    territory('france', 'FR', 'France', { population: 68_000_000 }),
  ],
  [{ code: '93059', name: 'Pierrefitte-sur-Seine', current: '93066' }],
);
const index = new SearchIndex(territories);
const slugs = (text: string, limit?: number): string[] =>
  index.search(text, limit).matches.map(({ slug }) => slug);

describe('territory search', () => {
  it.each([
    ['38185', '38185'],
    ['2a004', '2A004'],
    ['200040715', '200040715'],
    ['38', '38'],
    ['r84', 'R84'],
    ['84', '84'],
    ['fr', 'FR'],
  ])('finds the official code %s first', (text, slug) => {
    const [first] = index.search(text).matches;
    expect(first).toMatchObject({ slug, via: 'code' });
  });

  it('finds communes by postcode, whole or beginning', () => {
    expect(index.search('38100').matches).toMatchObject([
      { slug: '38185', via: 'postcode', matched: '38100' },
    ]);
    expect(slugs('384')).toEqual(['38421']);
    expect(slugs('20000')).toEqual(['2A004']);
  });

  it('finds the commune that a former one joined, by its former name', () => {
    expect(index.search('pierrefitte').matches).toMatchObject([
      { slug: '93066', via: 'former-name', matched: 'Pierrefitte-sur-Seine' },
    ]);
    expect(index.search('saint-denis 93').matches[0]).toMatchObject({
      slug: '93066',
      via: 'name',
      matched: null,
    });
  });

  it('leads an old code to the commune it was merged into', () => {
    expect(index.search('93059').matches).toMatchObject([
      { slug: '93066', via: 'former-code', matched: '93059' },
    ]);
  });

  it('ranks the exact name, then beginnings, then words, then parts, the largest first', () => {
    expect(slugs('saint-etienne')).toEqual(['42218', '76575']);
    expect(slugs('saint-denis')).toEqual(['97411', '93066', '11339', '93']);
    expect(slugs('grenoble')).toEqual(['38185', '200040715']);
    expect(slugs('alpes')).toEqual(['R84', '200040715']);
    expect(slugs('noble')).toEqual(['200040715', '38185']);
    expect(slugs('havre')).toEqual(['76351']);
  });

  it('ignores case, accents, hyphens, apostrophes and short forms', () => {
    for (const text of ['ST ETIENNE', 'saint étienne', 'Saint-Etienne', 'saintetienne']) {
      expect(slugs(text)[0]).toBe('42218');
    }
    expect(slugs('saint martin d’heres')).toEqual(['38421']);
    expect(slugs('laroche sur yon')).toEqual(['85191']);
  });

  it('keeps to the département written after a name', () => {
    expect(slugs('saint-denis 93')).toEqual(['93066', '93']);
    expect(slugs('Saint-Denis (974)')).toEqual(['97411']);
    expect(slugs('Saint-Denis (11)')).toEqual(['11339']);
  });

  it('tells homonyms apart by their département', () => {
    const [, second] = index.search('saint-denis').matches;
    expect(second).toMatchObject({
      name: 'Saint-Denis',
      departement: 'Seine-Saint-Denis',
      departementCode: '93',
    });
  });

  it('forgives one typo in five letters or more, only where nothing else matches', () => {
    expect(index.search('grenolbe').matches).toMatchObject([
      { slug: '38185', via: 'typo' },
      { slug: '200040715', via: 'typo' },
    ]);
    expect(slugs('saint etiene')).toEqual(['42218', '76575']);
    expect(slugs('ajacio')).toEqual(['2A004']);
    expect(slugs('isre')).toEqual([]);
    expect(slugs('grnolbe')).toEqual([]);
  });

  it('finds nothing for nothing, and says how many there are beyond the limit', () => {
    expect(index.search('   ')).toEqual({ matches: [], total: 0 });
    expect(index.search('99999')).toEqual({ matches: [], total: 0 });
    const { matches, total } = index.search('saint', 2);
    expect(matches).toHaveLength(2);
    expect(total).toBe(7);
  });

  it('is built once for a country', () => {
    expect(searchIndexOf(territories)).toBe(searchIndexOf(territories));
  });
});
