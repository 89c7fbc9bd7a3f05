import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isKnown } from './etag.ts';

type Encoding = 'br' | 'gzip';

const packed = new WeakMap<Uint8Array, Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>>();
const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Level 9: within 2 % of the best, ten times as quick, so that a first reader does not wait. */
const BROTLI_QUALITY = 9;

function pack(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const held = packed.get(bytes) ?? new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  packed.set(bytes, held);
  let made = held.get(encoding);
  if (!made) {
    made =
      encoding === 'br'
        ? brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
        : gzipAsync(bytes, { level: 9 });
    held.set(encoding, made);
  }
  return made;
}

/** The best encoding a request accepts among ours; `null` for none. */
function acceptedEncoding(request: Request): Encoding | null {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .map((item) => item.trim().toLowerCase())
    .filter((item) => !/;\s*q=0(\.0*)?$/.test(item))
    .map((item) => item.split(';')[0]);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? null;
}

export interface CompressedOptions {
  type: string;
  cacheControl: string;
  /** Identifies the content, as `tagOf` says it; 304 when the reader has it. */
  etag?: string;
}

/** What is sent, or how to make it: asked only of who does not have it. */
export type Body =
  Uint8Array<ArrayBuffer> | (() => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>);

/**
 * Answers with bytes compressed once and kept in memory as long as the bytes themselves: give the
 * same array for the same content. A body that is a function is not called for who has the content.
 */
export async function compressedResponse(
  request: Request,
  body: Body,
  { type, cacheControl, etag }: CompressedOptions,
): Promise<Response> {
  const headers = new Headers({ 'cache-control': cacheControl, vary: 'accept-encoding' });
  if (etag !== undefined) {
    headers.set('etag', `W/"${etag}"`);
    if (isKnown(request.headers.get('if-none-match'), etag))
      return new Response(null, { status: 304, headers });
  }
  const bytes = typeof body === 'function' ? await body() : body;
  const encoding = acceptedEncoding(request);
  const sent = encoding ? await pack(bytes, encoding) : bytes;
  headers.set('content-type', type);
  headers.set('content-length', String(sent.byteLength));
  if (encoding) headers.set('content-encoding', encoding);
  return new Response(sent, { headers });
}
