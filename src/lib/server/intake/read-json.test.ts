import { describe, expect, it } from 'vitest';
import { positionOf } from './geojson-position.ts';
import { readJson } from './read-json.ts';

const read = (text: string) => readJson(Buffer.from(text), 'lieux.json', () => undefined);
const feature = (geometry: unknown, properties: object = { nom: 'a' }) => ({
  type: 'Feature',
  properties,
  geometry,
});

describe('readJson', () => {
  it('makes columns of a list of objects, in the order in which they come', () => {
    const text = JSON.stringify([
      { nom: 'a', adresse: { ville: 'Lyon', cp: '01001' }, services: ['x', 'y'], siret: 34422913300196 },
      { nom: null, prix: 0, 'é"\\': true },
    ]);
    expect(read(text)).toEqual({
      format: 'json',
      encoding: 'utf-8',
      separator: null,
      sheet: null,
      headings: ['nom', 'adresse.ville', 'adresse.cp', 'services', 'siret', 'prix', 'é"\\'],
      rows: [
        ['a', 'Lyon', '01001', 'x|y', '34422913300196', '', ''],
        ['', '', '', '', '', '0', 'true'],
      ],
      lines: [1, 2],
    });
  });

  it('places the features of a GeoJSON, and says where a position is not a point', () => {
    const ring = [
      [
        [0, 40],
        [4, 40],
        [4, 44],
        [0, 40],
      ],
    ];
    const table = read(
      JSON.stringify({
        type: 'FeatureCollection',
        sources: [{ titre: 'x' }],
        features: [
          feature({ type: 'Point', coordinates: [4.5, 45.25] }),
          feature({ type: 'Polygon', coordinates: ring }),
          feature(null),
        ],
      }),
    );
    expect(table.format).toBe('geojson');
    expect(table.headings).toEqual(['nom', 'latitude', 'longitude', 'position']);
    expect(table.rows).toEqual([
      ['a', '45.25', '4.5', ''],
      ['a', '42', '2', 'milieu de l’emprise du contour'],
      ['a', '', '', ''],
    ]);
  });

  it('finds the list under a key', () => {
    expect(read('{"total": 2, "bornes": [1, 2], "lieux": [{"nom": "a"}, {"nom": "]}"}]}').rows).toEqual([
      ['a'],
      [']}'],
    ]);
  });

  it('leaves the prototype of objects alone', () => {
    const { headings } = read('[{"__proto__": {"x": 1}, "constructor": "c", "nom": "a"}]');
    expect(headings).toEqual(['__proto__.x', 'constructor', 'nom']);
    expect('x' in {}).toBe(false);
  });

  it.each([
    ['NaN', '[{"a": NaN}]', /NaN/],
    ['what stands between objects', '[{"a": 1} Infinity {"a": 2}]', /élément/],
    ['a text cut short', '[{"a": 1}, {"a": ', /incomplet/],
    ['a list cut short', '[{"a": 1}', /élément/],
    ['nesting without end', '['.repeat(100_000), /64 niveaux/],
    ['nesting in an object', '[{"a":' + '{"a":'.repeat(100_000), /64 niveaux/],
    ['no list', '{"a": 1}', /liste d’objets/],
    ['a list of texts', '["a", "b"]', /liste d’objets/],
    ['an empty list', '[]', /liste d’objets/],
    ['an object without end', '[{"a": "' + 'x'.repeat(8_100_000) + '"}]', /8\s000\s000 caractères/],
    ['too many objects', '[' + '{"a":1},'.repeat(500_001) + '{}]', /500\s000 lignes/],
  ])('refuses %s', (_, text, expected) => expect(() => read(text)).toThrow(expected));
});

describe('positionOf', () => {
  it('takes a collection for its whole, and nothing for nowhere', () => {
    const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });
    expect(positionOf({ type: 'GeometryCollection', geometries: [point(0, 10), point(2, 20)] })).toEqual({
      longitude: 1,
      latitude: 15,
      exact: false,
    });
    expect(positionOf({ type: 'Point', coordinates: [null, 'x'] })).toBeNull();
    expect(positionOf('ici')).toBeNull();
  });
});
