import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { compressedResponse, type Body } from './compressed.ts';

const bytes = new TextEncoder().encode('maille '.repeat(2000));
const options = { type: 'text/plain', cacheControl: 'no-store', etag: 'abc' };
const ask = (headers: Record<string, string>, body: Body = bytes): Promise<Response> =>
  compressedResponse(new Request('http://x.test/', { headers }), body, options);
const bodyOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

it('takes the best encoding that the reader accepts', async () => {
  const best = await ask({ 'accept-encoding': 'gzip, deflate, br;q=0.9' });
  expect(best.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(await bodyOf(best))).toEqual(Buffer.from(bytes));
  const older = await ask({ 'accept-encoding': 'gzip, br;q=0' });
  expect(gunzipSync(await bodyOf(older))).toEqual(Buffer.from(bytes));
  const plain = await ask({});
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await bodyOf(plain)).toEqual(Buffer.from(bytes));
  expect(plain.headers.get('content-length')).toBe(String(bytes.byteLength));
});

it('answers 304 to a reader who has the content', async () => {
  for (const tag of ['W/"abc"', '"abc"', '"x", W/"abc"']) {
    expect((await ask({ 'if-none-match': tag })).status).toBe(304);
  }
  expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
});

it.each([
  ['at once', () => bytes],
  ['later', () => Promise.resolve(bytes)],
])('makes its content %s, and for who does not have it only', async (_when, make) => {
  const body = vi.fn(make);
  expect((await ask({ 'if-none-match': 'W/"abc"' }, body)).status).toBe(304);
  expect(body).not.toHaveBeenCalled();
  const sent = await ask({ 'accept-encoding': 'gzip', 'if-none-match': '"other"' }, body);
  expect(body).toHaveBeenCalledOnce();
  expect(gunzipSync(await bodyOf(sent))).toEqual(Buffer.from(bytes));
});

it('says what went wrong while the content was made', async () => {
  await expect(ask({}, () => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink');
});
