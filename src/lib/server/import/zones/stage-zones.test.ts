import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcing } from '../../../../../tests/support/announcing.ts';
import { territories } from '../../../domain/territory/fixture.ts';
import { zip } from '../../demo/files/zip.ts';
import { ImportError } from '../import-error.ts';
import { stageZones } from './stage-zones.ts';

const ain = { zone: 'metro', lat: 46.205, lon: 5.225 } as const;

const known = territories(
  [
    { level: 'commune', code: '01053', name: 'Commune 01053', ...ain },
    { level: 'commune', code: '01344', ...ain },
    { level: 'commune', code: '69123', lon: 4.835, lat: 45.758 },
    { level: 'arrondissement', code: '69389', commune: '69123', lon: 4.805, lat: 45.776 },
  ],
  { '01300': '01344' },
);

type Ring = [number, number][];

const square = (lon = 5.225, lat = 46.205, side = 0.005): Ring => [
  [lon, lat],
  [lon + side, lat],
  [lon + side, lat + side],
  [lon, lat + side],
  [lon, lat],
];

/** A neighbourhood as the national file has it. */
const quarter = (properties: object = {}, ring: unknown = square(), type = 'Polygon'): object => ({
  type: 'Feature',
  properties: { code_qp: 'QN00101M', lib_qp: 'Grande Reyssouze', insee_com: '01053', ...properties },
  geometry: { type, coordinates: type === 'Polygon' ? [ring] : ring },
});

const collection = (...features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zones-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A zip of outlines that cannot be squeezed: what it announces may be two hundred times as much. */
const heavy = (): Promise<Buffer> =>
  zip([
    {
      name: 'iris.geojson',
      data: Buffer.from(collection(quarter({ note: randomBytes(6_000_000).toString('base64') }))),
    },
  ]);

async function stage(content: string | Buffer, name = 'qpv-2024.geojson', kind: 'qpv' | 'iris' = 'qpv') {
  writeFileSync(join(folder, name), content);
  return stageZones(join(folder, name), kind, known);
}

describe('a file of priority neighbourhoods', () => {
  it('is read as the producer lays it out, from GeoJSON or from its zip', async () => {
    const text = collection(quarter());
    const expected = {
      kind: 'qpv',
      code: 'QN00101M',
      name: 'Grande Reyssouze',
      communes: ['01053'],
      population: null,
    };
    const plain = await stage(text);
    expect(plain).toMatchObject({ rowsRead: 1, refused: [], zones: [expected] });
    expect(plain.zones[0]?.areaKm2).toBeCloseTo(0.214, 2);
    const zipped = await zip([
      { name: 'LISEZMOI.txt', data: Buffer.from('…') },
      { name: 'QP2024_LAMB93.geojson', data: Buffer.from('{}') },
      { name: 'QP2024_WGS84.geojson', data: Buffer.from(text) },
    ]);
    expect((await stage(zipped, 'qpv-2024.zip')).zones).toEqual(plain.zones);
  });

  it('may give the population, name several communes, former ones and arrondissements', async () => {
    const { zones } = await stage(
      collection(
        quarter({ insee_com: '1053, 01300;01053', POP_MUN: '3 120' }),
        quarter({ CODE_QP: undefined, code_qp: 'QN06901M', insee_com: '69389' }, square(4.8, 45.77)),
      ),
    );
    expect(zones).toMatchObject([
      { communes: ['01053', '01344'], population: 3120 },
      { communes: ['69123', '69389'], population: null },
    ]);
  });

  it('closes rings, keeps rings that cross themselves, and several parts', async () => {
    const open = square().slice(0, 4);
    const bow: Ring = [
      [5.22, 46.2],
      [5.23, 46.21],
      [5.23, 46.2],
      [5.22, 46.212],
      [5.22, 46.2],
    ];
    const { zones, refused } = await stage(
      collection(
        quarter({}, open),
        quarter({ code_qp: 'QN00102M' }, bow),
        quarter({ code_qp: 'QN00103M' }, [[square()], [square(5.24)]], 'MultiPolygon'),
      ),
    );
    expect(refused).toEqual([]);
    expect(zones[0]?.polygons[0]?.[0]).toHaveLength(5);
    expect(zones[2]?.polygons).toHaveLength(2);
  });

  it.each<[string, object, string]>([
    ['a code of another form', quarter({ code_qp: '2401' }), 'code qui n’a pas la forme attendue'],
    ['no code', quarter({ code_qp: null }), 'code absent'],
    ['a code given twice', quarter(), 'second contour du même code'],
    ['no commune', quarter({ code_qp: 'QN00109M', insee_com: '' }), 'commune absente'],
    [
      'an unknown commune',
      quarter({ code_qp: 'QN00109M', insee_com: '99999' }),
      'commune inconnue du code officiel géographique (99999)',
    ],
    [
      'a line instead of an area',
      quarter({ code_qp: 'QN00109M' }, [
        [5.2, 46.2],
        [5.3, 46.2],
        [5.2, 46.2],
        [5.2, 46.2],
      ]),
      'contour sans surface',
    ],
    [
      'a point',
      { ...quarter({ code_qp: 'QN00109M' }), geometry: { type: 'Point', coordinates: [5, 46] } },
      'géométrie absente, ou qui n’est pas un polygone',
    ],
    [
      'a neighbourhood drawn elsewhere',
      quarter({ code_qp: 'QN00109M' }, square(7.2, 46.2)),
      'contour loin de sa commune (Commune 01053)',
    ],
    [
      'a neighbourhood swapped',
      quarter(
        { code_qp: 'QN00109M' },
        square().map(([lon, lat]): [number, number] => [lat, lon]),
      ),
      'latitude et longitude échangées',
    ],
    [
      'a ring out of measure',
      quarter(
        { code_qp: 'QN00109M' },
        Array.from({ length: 100_002 }, (_, at): [number, number] => [
          5.22 + 0.005 * Math.cos(at),
          46.2 + 0.005 * Math.sin(at),
        ]),
      ),
      'contour démesuré (plus de 100 000 points)',
    ],
  ])('refuses %s, and says why', async (_, feature, reason) => {
    const { zones, refused } = await stage(collection(quarter(), feature));
    expect(zones).toHaveLength(1);
    expect(refused).toMatchObject([{ reason }]);
  });

  it.each<[string, string, RegExp]>([
    [
      'in Lambert-93',
      collection(quarter({}, square(871_000, 6_570_000, 300))),
      /ligne 1 : les coordonnées sont en mètres \(Lambert-93 ou une autre projection\), et non en degrés\. Attendu : le fichier en WGS 84/,
    ],
    [
      'swapped as a whole',
      collection(
        quarter(
          {},
          square().map(([lon, lat]): [number, number] => [lat, lon]),
        ),
      ),
      /la latitude et la longitude y sont échangées/,
    ],
    [
      'of another layout',
      collection({ ...quarter(), properties: { id: 1, nom: 'x' } }),
      /les propriétés ne sont pas celles attendues \(id, nom\)\. Attendu : les propriétés « code_qp »/,
    ],
    [
      'of communes nobody knows',
      collection(quarter({ insee_com: '99999' })),
      /aucun contour n’a pu être gardé/,
    ],
    ['empty', collection(), /aucun contour n’a pu être gardé/],
  ])('stops when it is %s', async (_, text, message) => {
    await expect(stage(text)).rejects.toThrow(message);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['not one', () => Buffer.from('PK nothing'), /l’archive zip est refusée/],
    [
      'of shapes',
      () => zip([{ name: 'QP2024.shp', data: Buffer.from('x') }]),
      /un fichier de formes \(SHP ou GPKG\), que Maillage ne lit pas\. Attendu : la version GeoJSON/,
    ],
    [
      'without GeoJSON',
      () => zip([{ name: 'a.txt', data: Buffer.from('x') }]),
      /ne contient pas de fichier GeoJSON/,
    ],
    [
      'a bomb',
      () => zip([{ name: 'a.geojson', data: Buffer.alloc(30_000_000, 32) }]),
      /l’archive zip est refusée/,
    ],
    [
      'more than a gigabyte',
      async () => announcing(await heavy(), 1_100_000_000),
      /refusée : Le fichier, une fois décompressé, dépasserait ce qui est accepté \(taille annoncée\)/,
    ],
    // The outlines of a country take more than a workbook may; what is wrong here is that it lies.
    [
      'as large as a country, and shorter than it says',
      async () => announcing(await heavy(), 900_000_000),
      /refusée : Le fichier est abîmé ou incomplet/,
    ],
  ])('stops when the zip is %s', async (_, make, message) => {
    await expect(stage(await make(), 'qpv-2024.zip')).rejects.toThrow(message);
  });
});

it('reads IRIS, whose code names their commune', async () => {
  const iris = {
    type: 'Feature',
    properties: { CODE_IRIS: '010530101', NOM_IRIS: 'Centre', TYP_IRIS: 'H' },
    geometry: { type: 'Polygon', coordinates: [square()] },
  };
  const { zones } = await stage(collection(iris), 'iris.geojson', 'iris');
  expect(zones).toMatchObject([{ kind: 'iris', code: '010530101', name: 'Centre', communes: ['01053'] }]);
});

it('keeps, refuses or stops with a sentence, whatever it is given', async () => {
  const number = fc.oneof(fc.double(), fc.integer({ min: -200, max: 200 }));
  const position = fc.oneof(fc.array(number, { maxLength: 3 }), fc.jsonValue());
  const ring = fc.oneof(fc.array(position, { maxLength: 8 }), fc.jsonValue());
  const feature = fc.record(
    {
      type: fc.constantFrom('Feature', 'Point', null),
      properties: fc.oneof(
        fc.record({
          code_qp: fc.oneof(fc.constantFrom('QN00101M', 'QN00102M', 12, ''), fc.string()),
          lib_qp: fc.oneof(fc.string(), fc.jsonValue()),
          insee_com: fc.oneof(fc.constantFrom('01053', 1053, '01053,01344'), fc.jsonValue()),
        }),
        fc.jsonValue(),
      ),
      geometry: fc.oneof(
        fc.record({
          type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point'),
          coordinates: fc.oneof(
            fc.array(ring, { maxLength: 3 }),
            fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 2 }),
          ),
        }),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(feature, { maxLength: 4 }), async (features) => {
      const read = await stage(collection(quarter({ code_qp: 'QN00199M' }), ...features)).catch(
        (cause: unknown) => cause,
      );
      if (read instanceof Error) expect(read).toBeInstanceOf(ImportError);
      else expect(read).toMatchObject({ rowsRead: features.length + 1 });
    }),
    { numRuns: 2_000 },
  );
});
