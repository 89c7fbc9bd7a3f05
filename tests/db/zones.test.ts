import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { gunzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../src/lib/domain/places/filter.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { loadZonesFile } from '../../src/lib/server/import/zones/load-zones-file.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { neighbourhoodsOf, readZoneOutlines, zonesByCode } from '../../src/lib/server/queries/zones.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import {
  serveZoneTile,
  zoneTilesOf,
  type ZoneTileRequest,
} from '../../src/lib/server/tiles/serve-zone-tile.ts';
import { neighbourhoods } from '../../src/lib/server/zones/neighbourhoods.ts';
import { neighbourhoodsWithin, zonesAnswer } from '../../src/lib/server/zones/zone-help.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';

let test: TestDatabase;
let data: Snapshot;
let files: Files;

beforeAll(async () => {
  test = await openTestDatabase('demonstration');
  data = await Snapshot.read(test.db);
  files = await writeFiles();
});

afterAll(async () => {
  await files.remove();
  await test.drop();
});

const find = (code: string): Territory => data.territories.get('commune', code)!;
const france = (): Territory => data.territories.all('france')[0]!;

describe('the priority neighbourhoods of a territory', () => {
  it('are those of its communes; one astride is in both', async () => {
    const all = (await neighbourhoodsOf(test.db, data))!;
    expect(all.map(({ code }) => code)).toEqual(['QN99901M', 'QN99902M', 'QN99903M']);
    const astride = all[2]!;
    expect(astride.communes).toHaveLength(2);
    for (const code of astride.communes)
      expect(await neighbourhoodsWithin(test.db, data, find(code))).toContainEqual(astride);
    expect(await neighbourhoodsWithin(test.db, data, france())).toHaveLength(3);
    const bare = data.territories
      .all('commune')
      .find(({ code }) => !all.some(({ communes }) => communes.includes(code)))!;
    expect(await neighbourhoodsWithin(test.db, data, bare)).toEqual([]);
  });

  it('have the places around them that an independent library finds', async () => {
    const answer = (await zonesAnswer(test.db, data, france(), NO_FILTER))!;
    const codes = answer.zones.map(({ zone }) => zone.code);
    const outlines = await readZoneOutlines(test.db, 'qpv', codes);
    const points = data.places.flatMap(({ lon, lat, position }) =>
      position === 'given' && lon !== null && lat !== null ? [[lon, lat] as [number, number]] : [],
    );
    expect(points.length).toBeGreaterThan(50);
    for (const { zone, help } of answer.zones) {
      const outline = {
        type: 'MultiPolygon',
        coordinates: outlines.get(zone.code),
      } as unknown as MultiPolygon;
      const far = (at: [number, number]): number =>
        booleanPointInPolygon(at, outline)
          ? 0
          : pointToPolygonDistance(at, outline, { units: 'meters', method: 'geodesic' });
      const count = (most: number): number => points.filter((at) => far(at) <= most).length;
      expect(help).toEqual({ inside: count(0), near: count(500), walk: count(1_000) });
    }
    expect(answer.zones.some(({ help }) => help.walk > 0)).toBe(true);
  });

  it('are told in sentences, the file and its edition named', async () => {
    const told = await neighbourhoods(test.db, data, france(), NO_FILTER, {
      most: 2,
      more: (left) => `encore ${left}`,
    });
    expect(told.loaded).toBe(true);
    expect(told.sentences[0]).toBe('3\u00a0quartiers prioritaires : France.');
    expect(told.rows).toHaveLength(2);
    expect(told.notes).toContain('encore 1\u00a0quartier');
    expect(told.notes).toContain('Population des quartiers : non publiée dans ce fichier.');
    expect(told.notes.at(-1)).toMatch(/^Source : .*\(QPV\), ANCT, 2024\.$/);
  });
});

describe('a tile of neighbourhoods', () => {
  const at = (lon: number, lat: number, z: number): { z: string; x: string; y: string } => {
    const side = 2 ** z;
    const sine = Math.sin((lat * Math.PI) / 180);
    return {
      z: String(z),
      x: String(Math.floor(((lon + 180) / 360) * side)),
      y: String(Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side)),
    };
  };
  const ask = (rest: Partial<ZoneTileRequest>): Promise<Response> =>
    serveZoneTile(
      {
        kind: 'qpv',
        hash: zoneTilesOf(data, 'qpv')!.hash,
        z: '4',
        x: '0',
        y: '0',
        acceptEncoding: 'gzip',
        ifNoneMatch: null,
        ...rest,
      },
      data,
      test.db,
    );
  const read = async (response: Response) => {
    const { layers } = new VectorTile(new PbfReader(gunzipSync(Buffer.from(await response.arrayBuffer()))));
    const layer = layers.qpv!;
    return Array.from({ length: layer.length }, (_, rank) => layer.feature(rank));
  };

  it('holds outlines with code and name near by, points from afar', async () => {
    const [zone] = (await neighbourhoodsOf(test.db, data))!;
    const near = await ask(at(zone!.lon, zone!.lat, 13));
    expect(near.status).toBe(200);
    expect(near.headers.get('cache-control')).toContain('immutable');
    const features = await read(near);
    const own = features.filter(({ properties }) => properties.code === zone!.code);
    expect(own.map(({ type }) => type).sort()).toEqual([1, 3]);
    expect(own[0]?.properties).toMatchObject({ name: zone!.name, commune: zone!.communes[0] });
    const far = await read(await ask(at(zone!.lon, zone!.lat, 5)));
    expect(far.map(({ type }) => type)).toEqual([1, 1, 1]);
  });

  it('says what it is not', async () => {
    const [zone] = (await neighbourhoodsOf(test.db, data))!;
    const where = at(zone!.lon, zone!.lat, 10);
    const etag = (await ask(where)).headers.get('etag');
    expect((await ask({ ...where, ifNoneMatch: etag })).status).toBe(304);
    expect((await ask({ z: '10', x: '0', y: '0' })).status).toBe(204);
    expect((await ask({ ...where, hash: 'another' })).status).toBe(404);
    expect((await ask({ ...where, kind: 'iris' })).status).toBe(404);
    expect((await ask({ ...where, kind: 'commune' })).status).toBe(400);
    expect((await ask({ z: '14', x: '0', y: '0' })).status).toBe(400);
    expect((await ask({ z: '5', x: '32', y: '0' })).status).toBe(400);
  });
});

describe('a file of neighbourhoods given by hand', () => {
  it('is loaded from where it stands, or refused in a sentence', async () => {
    const bring = (name: string) => loadZonesFile(test.db, files.origin, 'qpv', files.path(name));
    const outcomes = await bring('qpv-2024.zip');
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    await expect(bring('absent.zip')).rejects.toThrow(/absent\.zip : le fichier est introuvable/);
    await expect(bring('manifest.csv')).rejects.toThrow(
      /manifest\.csv : ce n’est pas un fichier de contours\. Attendu : un fichier \.geojson/,
    );
  });
});

describe('a load of neighbourhoods', () => {
  const load = (only: ('qpv-2024' | 'iris')[]) => loadSources(test.db, files.origin, { only });

  it('changes nothing for the same file, and keeps the former ones under a bad one', async () => {
    expect(await load(['qpv-2024', 'iris'])).toMatchObject([
      { source: 'cog-2026', outcome: 'unchanged' },
      { source: 'qpv-2024', outcome: 'unchanged' },
      { source: 'iris', outcome: 'absent' },
    ]);
    await files.change('qpv-2024.zip', (bytes) => bytes.subarray(0, 200));
    expect(await load(['qpv-2024'])).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'failed', message: expect.stringContaining('l’archive zip est refusée') as string },
    ]);
    expect((await zonesByCode(test.db, 'qpv')).size).toBe(3);
  });

  it('replaces those of its kind, under a new name of tiles, and leaves the others', async () => {
    const [zone] = (await neighbourhoodsOf(test.db, data))!;
    const [outline] = [...(await readZoneOutlines(test.db, 'qpv', [zone!.code])).values()];
    const feature = (properties: object): object => ({
      type: 'Feature',
      properties,
      geometry: { type: 'MultiPolygon', coordinates: outline },
    });
    const collection = (...features: object[]): string =>
      JSON.stringify({ type: 'FeatureCollection', features });
    const [commune] = zone!.communes;
    await writeFile(
      files.path('iris.geojson'),
      collection(
        feature({ code_iris: `${commune}0101`, nom_iris: 'Centre', insee_com: commune }),
        feature({ code_iris: 'x', nom_iris: 'Rien', insee_com: commune }),
      ),
    );
    expect(await load(['iris'])).toMatchObject([
      { outcome: 'unchanged' },
      { source: 'iris', outcome: 'loaded', rowsRead: 2, rowsKept: 1, rowsRefused: 1 },
    ]);
    const next = await Snapshot.read(test.db, data);
    expect(zoneTilesOf(next, 'iris')).toMatchObject({ minZoom: 10 });
    expect(zoneTilesOf(next, 'qpv')?.hash).toBe(zoneTilesOf(data, 'qpv')?.hash);
    expect([...(await zonesByCode(test.db, 'iris')).keys()]).toEqual([`${commune}0101`]);
    expect((await zonesByCode(test.db, 'qpv')).size).toBe(3);
  });
});
