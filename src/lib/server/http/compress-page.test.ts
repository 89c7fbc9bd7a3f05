import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressPage } from './compress-page.ts';

const page = '<p>Maillage</p>'.repeat(500);
const answer = (body = page, extra: Record<string, string> = {}): Response =>
  new Response(body, {
    status: 404,
    headers: { 'content-type': 'text/html', 'content-length': String(body.length), etag: '"a1"', ...extra },
  });
const asking = (encoding: string): Request =>
  new Request('http://localhost/', { headers: { 'accept-encoding': encoding } });

it('gzips a page for a reader that takes it, status and headers kept', async () => {
  const packed = await compressPage(asking('br, gzip;q=0.8'), answer(page, { 'x-other': 'kept' }));
  const bytes = Buffer.from(await packed.arrayBuffer());
  expect(gunzipSync(bytes).toString()).toBe(page);
  expect(packed.status).toBe(404);
  expect(Object.fromEntries(packed.headers)).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(bytes.length),
    etag: 'W/"a1"',
    vary: 'accept-encoding',
    'x-other': 'kept',
  });
});

it.each([
  ['the reader takes none', asking('identity'), answer()],
  ['the reader refuses gzip', asking('gzip;q=0'), answer()],
  ['it is small', asking('gzip'), answer('<p>ok</p>')],
  ['it is encoded already', asking('gzip'), answer(page, { 'content-encoding': 'br' })],
  ['it is an image', asking('gzip'), answer(page, { 'content-type': 'image/png' })],
])('leaves an answer alone when %s', async (_, request, response) => {
  const same = await compressPage(request, response);
  expect(same).toBe(response);
});

it('leaves what is streamed alone', async () => {
  const response = new Response(page, { headers: { 'content-type': 'text/html' } });
  expect(await compressPage(asking('gzip'), response)).toBe(response);
});
