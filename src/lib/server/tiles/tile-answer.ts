import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isKnown } from '../http/etag.ts';

const inflate = promisify(gunzip);

/** For ever: the name of the set changes with what its tiles hold. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What the headers of a request say of the answer. */
export interface TileHeaders {
  acceptEncoding: string | null;
  ifNoneMatch: string | null;
}

/**
 * Answers with a tile that is there for good: 200 with it, gzipped unless the reader refuses it; 204 where
 * nothing is drawn; 304 when the reader has it; `null` from `read` when the set is gone.
 */
export async function answerTile(
  { acceptEncoding, ifNoneMatch }: TileHeaders,
  name: string,
  read: () => Promise<Uint8Array<ArrayBuffer> | undefined | null>,
): Promise<Response> {
  const headers = new Headers({ 'cache-control': IMMUTABLE, vary: 'accept-encoding' });
  headers.set('etag', `W/"${name}"`);
  if (isKnown(ifNoneMatch, name)) return new Response(null, { status: 304, headers });
  const bytes = await read();
  if (bytes === null) return tileReplaced();
  if (!bytes) return new Response(null, { status: 204, headers });
  headers.set('content-type', 'application/vnd.mapbox-vector-tile');
  if (!takesGzip(acceptEncoding)) return new Response(Uint8Array.from(await inflate(bytes)), { headers });
  headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(bytes.length));
  return new Response(bytes, { headers });
}

/** A tile that cannot be given, and why. */
export const refuseTile = (status: number, sentence: string): Response =>
  new Response(sentence, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/** A tile of a set that is no longer the current one. */
export const tileReplaced = (): Response =>
  refuseTile(404, 'Ces tuiles ont été remplacées. Rechargez la page.');

/** An address that no tile has; `zooms` says which there are. */
export const noSuchTile = (zooms: { minZoom: number; maxZoom: number } | null): Response =>
  refuseTile(
    400,
    `Cette adresse de tuile n’existe pas.${zooms ? ` Les zooms vont de ${zooms.minZoom} à ${zooms.maxZoom}.` : ''}`,
  );

/** The numbers of a tile's address; `null` when no tile can have them. */
export function readTileNumbers(parts: {
  z: string;
  x: string;
  y: string;
}): { z: number; x: number; y: number } | null {
  const { z, x, y } = parts;
  if (![z, x, y].every((part) => /^\d{1,9}$/.test(part))) return null;
  const side = 2 ** Number(z);
  return Number(x) < side && Number(y) < side ? { z: Number(z), x: Number(x), y: Number(y) } : null;
}

/** Whether `Accept-Encoding` allows gzip: named, or `*`, without a null quality. No header: anything goes. */
function takesGzip(header: string | null): boolean {
  if (header === null) return true;
  const codings = header
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().split(/\s*;\s*q=/));
  const named = codings.find(([name]) => name === 'gzip') ?? codings.find(([name]) => name === '*');
  return named !== undefined && Number(named[1] ?? 1) > 0;
}
