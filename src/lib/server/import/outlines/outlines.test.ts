import type { MultiPolygon, Polygon, Position } from 'geojson';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Level } from '../../../domain/territory/level.ts';
import { Territories } from '../../../domain/territory/territories.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { stageOutlines, type StagedOutlines } from './outlines.ts';
import type { OutlineRow } from './outlines-rows.ts';

const nowhere = {
  kind: null,
  population: null,
  lat: null,
  lon: null,
  surfaceKm2: null,
  postcodes: [],
  bbox: null,
};
const noParent = { commune: null, epci: null, ept: null, departement: null, region: null };

const territory = (
  level: Level,
  code: string,
  ordinal: number,
  parents: Partial<Territory> = {},
): Territory => ({
  ...nowhere,
  ...noParent,
  level,
  code,
  ordinal,
  name: code,
  zone: 'metro',
  ...parents,
});

const inIsere = { departement: '38', region: '84' };
const territories = new Territories([
  territory('commune', '38001', 0, { ...inIsere, epci: '200000001' }),
  territory('commune', '38002', 1, { ...inIsere, epci: '200000001' }),
  territory('commune', '38003', 2, inIsere),
  territory('commune', '38004', 3, inIsere),
  territory('commune', '98801', 4, { zone: 'com' }),
  territory('arrondissement', '69381', 0, { commune: '69123' }),
  territory('epci', '200000001', 0),
  territory('departement', '38', 0),
  territory('region', '84', 0),
]);

const square = (x: number, y: number, side = 0.1): Position[] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const feature = (code: unknown, ...rings: Position[][]): object => ({
  type: 'Feature',
  properties: { code, nom: 'x' },
  geometry: { type: 'Polygon', coordinates: rings },
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-stage-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function stage(fine: object[], coarse?: object[]): Promise<StagedOutlines> {
  const write = async (name: string, features: object[]): Promise<string> => {
    await writeFile(join(folder, name), JSON.stringify({ type: 'FeatureCollection', features }));
    return join(folder, name);
  };
  const files = {
    communes: await write('fine.geojson', fine),
    coarse: coarse ? await write('coarse.geojson', coarse) : null,
  };
  return stageOutlines(files, territories, () => undefined);
}

async function outlinesOf(staged: StagedOutlines): Promise<OutlineRow[]> {
  const rows: OutlineRow[] = [];
  for await (const row of staged.outlines) rows.push(row);
  return rows;
}

describe('outlines', () => {
  // 38002 is an enclave of 38001; 38003 stands beside them, 38004 has no outline.
  const around = feature('38001', square(5, 45, 0.3), square(5.1, 45.1));
  const enclave = feature('38002', square(5.1, 45.1));
  const beside = feature('38003', square(5.3, 45, 0.3));

  it('are merged into every parent, and boxed', async () => {
    const staged = await stage([around, enclave, beside]);
    expect(staged).toMatchObject({ rowsRead: 3, rowsKept: 3, refused: [], missing: ['38004', '98801'] });
    expect([...staged.bboxes.keys()].sort()).toEqual([
      'commune/38001',
      'commune/38002',
      'commune/38003',
      'departement/38',
      'epci/200000001',
      'region/84',
    ]);
    expect(staged.bboxes.get('departement/38')).toEqual([5, 45, 5.6, 45.3]);
    const rows = await outlinesOf(staged);
    const rings = (level: Level, code: string): number => {
      const row = rows.find((each) => each.level === level && each.code === code && each.detail === 'local');
      return (JSON.parse(row!.geometry) as Polygon).coordinates.length;
    };
    expect(rings('commune', '38001')).toBe(2);
    expect(rings('epci', '200000001')).toBe(1);
    expect(rings('departement', '38')).toBe(1);
  });

  it('are valid GeoJSON: closed, exteriors counter-clockwise, holes clockwise, at most 4 decimals', async () => {
    const rows = await outlinesOf(await stage([around, enclave, beside], [feature('69381', square(4, 46))]));
    expect(rows.filter(({ detail }) => detail === 'local')).toHaveLength(7);
    expect(rows.filter(({ detail }) => detail === 'national')).toHaveLength(6);
    for (const { geometry } of rows) {
      const { type, coordinates } = JSON.parse(geometry) as Polygon | MultiPolygon;
      for (const polygon of type === 'Polygon' ? [coordinates] : coordinates) {
        for (const [i, ring] of polygon.entries()) {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(Math.sign(signedArea(ring))).toBe(i === 0 ? 1 : -1);
          for (const [lon, lat] of ring)
            expect(`${lon} ${lat}`).toMatch(/^-?\d+(\.\d{1,4})? -?\d+(\.\d{1,4})?$/);
        }
      }
    }
  });

  it('take collectivities and arrondissements from the coarse file, and nothing else', async () => {
    const staged = await stage(
      [around],
      [
        feature('38003', square(1, 1)),
        feature('98801', square(165, -21)),
        feature('69381', square(4, 46)),
        feature('12345', square(2, 2)),
      ],
    );
    expect(staged).toMatchObject({ rowsRead: 4, rowsKept: 3, missing: ['38002', '38003', '38004'] });
    expect(staged.refused.map(({ code, reason }) => [code, reason])).toEqual([
      ['12345', 'coarse.geojson, objet n° 4 : code qui n’est pas celui d’une commune actuelle'],
    ]);
    expect(staged.bboxes.get('arrondissement/69381')).toEqual([4, 46, 4.1, 46.1]);
  });

  it('are refused one by one with their reason', async () => {
    const staged = await stage([
      around,
      around,
      feature('38999', square(0, 0)),
      { ...feature('38002'), geometry: null },
      { ...feature('38002'), geometry: { type: 'Point', coordinates: [0, 0] } },
      feature('38002', [
        [0, 0],
        [NaN, 1],
        [1, 1],
        [0, 0],
      ]),
      feature('38002', square(45, 191)),
      feature('38002', [
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
      feature('38002'),
    ]);
    expect(staged).toMatchObject({ rowsRead: 9, rowsKept: 1 });
    const unreadable = 'coordonnées illisibles, ou hors des limites de la longitude et de la latitude';
    expect(staged.refused.map(({ reason }) => reason.replace(/^.* : /, ''))).toEqual([
      'second contour du même code',
      'code qui n’est pas celui d’une commune actuelle',
      'géométrie absente, ou qui n’est pas un polygone',
      'géométrie absente, ou qui n’est pas un polygone',
      unreadable,
      unreadable,
      'contour sans surface',
      unreadable,
    ]);
  });

  it('stop on a feature without code, and on a file of something else', async () => {
    await expect(stage([around, feature(38001, square(0, 0))])).rejects.toThrow(
      /fine\.geojson, ligne 1, colonne « code » : objet n° 2 : la propriété « code » manque/,
    );
    await expect(stage([{ type: 'Feature', properties: null, geometry: null }])).rejects.toThrow(
      /« code » manque/,
    );
    await expect(stage([feature('38', square(5, 45))])).rejects.toThrow(
      /colonne « code » : aucun contour n’est celui d’une commune actuelle/,
    );
  });
});

function signedArea(ring: Position[]): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0);
}
