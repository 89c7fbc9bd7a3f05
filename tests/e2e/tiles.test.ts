import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { serveClone, type TestSite } from '../support/server.ts';

let site: TestSite;
let address: string;
let set: string;

beforeAll(async () => {
  site = await serveClone();
  const [tile] = await site.database.db.sql<{ tileset: string; z: number; x: number; y: number }[]>`
    select tileset, z, x, y from tile where level = 'commune' and z = 8 order by length(bytes) desc limit 1`;
  set = tile!.tileset;
  address = `commune/${tile!.z}/${tile!.x}/${tile!.y}`;
});

afterAll(() => site.stop());

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As the wire has it: `fetch` would inflate, and hide what it did. */
function ask(path: string, headers: Record<string, string> = { 'accept-encoding': 'gzip' }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(`${site.url}/tuiles/${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

describe('a tile over HTTP', () => {
  it('comes gzipped and may be kept for ever', async () => {
    const { status, headers, body } = await ask(`${set}/${address}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'content-encoding': 'gzip',
      'content-length': String(body.length),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    const plain = await ask(`${set}/${address}`, { 'accept-encoding': 'identity' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toEqual(gunzipSync(body));
    const again = await ask(`${set}/${address}`, { 'if-none-match': headers.etag! });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('is empty, refused or unknown in plain words', async () => {
    expect((await ask(`${set}/commune/8/0/0`)).status).toBe(204);
    const bad = await ask(`${set}/commune/8/999/0`);
    expect([bad.status, bad.body.toString()]).toEqual([
      400,
      'Cette adresse de tuile n’existe pas. Les zooms vont de 4 à 11.',
    ]);
    const old = await ask(`0000/${address}`);
    expect([old.status, old.headers['cache-control'], old.body.toString()]).toEqual([
      404,
      'no-store',
      'Ces tuiles ont été remplacées. Rechargez la page.',
    ]);
  });
});
