import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { TileRow } from '../queries/tiles.ts';
import { serveTile, type TileRequest } from './serve-tile.ts';
import { TileShelf } from './shelf.ts';

const body = Buffer.from('a tile');
const current = { hash: 'abc', minZoom: 4, maxZoom: 11 };

async function* rows(): AsyncGenerator<TileRow[]> {
  yield [{ level: 'commune', z: 5, x: 16, y: 11, bytes: gzipSync(body) }];
}

async function* nothing(): AsyncGenerator<TileRow[]> {
  yield [];
}

async function ask(
  request: Partial<TileRequest>,
  set: typeof current | null = current,
  content = rows,
): Promise<Response> {
  const address = { tileset: 'abc', level: 'commune', z: '5', x: '16', y: '11' };
  const shelf = await TileShelf.fill(content());
  return serveTile({ ...address, acceptEncoding: 'gzip, br', ifNoneMatch: null, ...request }, set, () =>
    Promise.resolve(shelf),
  );
}

describe('a tile of the current set', () => {
  it('is sent as stored, for ever', async () => {
    const response = await ask({});
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(gunzipSync(Buffer.from(await response.arrayBuffer()))).toEqual(body);
  });

  it.each(['br', 'gzip;q=0', 'identity', '*;q=0'])(
    'is inflated for a reader that accepts « %s »',
    async (acceptEncoding) => {
      const response = await ask({ acceptEncoding });
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(response.headers.get('vary')).toBe('accept-encoding');
      expect(Buffer.from(await response.arrayBuffer())).toEqual(body);
    },
  );

  it.each([null, '*', 'deflate, gzip;q=0.5'])(
    'is gzipped for a reader that accepts « %s »',
    async (acceptEncoding) => {
      expect((await ask({ acceptEncoding })).headers.get('content-encoding')).toBe('gzip');
    },
  );

  it('is not sent again to who has it', async () => {
    const etag = (await ask({})).headers.get('etag')!;
    for (const ifNoneMatch of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
      const response = await ask({ ifNoneMatch });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
    }
    expect((await ask({ ifNoneMatch: '"other"' })).status).toBe(200);
  });

  it('is 204 where nothing is drawn', async () => {
    const response = await ask({ x: '0', y: '0' });
    expect(response.status).toBe(204);
    expect(response.headers.get('cache-control')).toContain('immutable');
  });
});

it.each([
  { level: 'ept' },
  { level: 'canton' },
  { z: '3' },
  { z: '12' },
  { z: '-5' },
  { z: '5.5' },
  { z: '5e1' },
  { x: '32' },
  { y: '32' },
  { x: ' 1' },
  { y: '' },
  { x: '99999999999999999999' },
])('refuses the address %j', async (part) => {
  const response = await ask(part);
  expect(response.status).toBe(400);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toBe('Cette adresse de tuile n’existe pas. Les zooms vont de 4 à 11.');
});

it('has no tile of another set, of none, or of one replaced while it was read', async () => {
  for (const response of [
    await ask({ tileset: 'old' }),
    await ask({}, null),
    await ask({}, current, nothing),
  ]) {
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('Ces tuiles ont été remplacées. Rechargez la page.');
  }
});
