import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);

/** Smaller answers gain nothing; a page is at least ten times that. */
const LEAST_BYTES = 1_000;
/** About 90 % of what the best level saves, for a third of its time: pages are made for each request. */
const LEVEL = 4;
const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.-]+\+)?json)/;

/**
 * The same answer, gzipped where the reader takes it and it is worth it: whole pages and data, not
 * what is streamed (no length known) or already encoded. The ETag becomes a weak one.
 */
export async function compressPage(request: Request, response: Response): Promise<Response> {
  const { headers } = response;
  if (!COMPRESSIBLE.test(headers.get('content-type') ?? '') || headers.has('content-encoding'))
    return response;
  if (Number(headers.get('content-length') ?? 0) < LEAST_BYTES) return response;
  headers.append('vary', 'accept-encoding');
  if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers.get('accept-encoding') ?? ''))
    return response;
  const body = await gzipAsync(await response.arrayBuffer(), { level: LEVEL });
  const packed = new Headers(headers);
  packed.set('content-encoding', 'gzip');
  packed.set('content-length', String(body.byteLength));
  const etag = headers.get('etag');
  if (etag !== null && !etag.startsWith('W/')) packed.set('etag', `W/${etag}`);
  return new Response(new Uint8Array(body), { status: response.status, headers: packed });
}
