import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isMapLevel, type MapLevel } from '../../domain/territory/level.ts';
import type { TileShelf } from './shelf.ts';

const inflate = promisify(gunzip);

/** A request for a tile, as its address and headers give it. */
export interface TileRequest {
  tileset: string;
  level: string;
  z: string;
  x: string;
  y: string;
  acceptEncoding: string | null;
  ifNoneMatch: string | null;
}

interface TileAddress {
  level: MapLevel;
  z: number;
  x: number;
  y: number;
}

/** For ever: the name of the set changes with what its tiles hold. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Answers a request for a tile: 200 with the tile, gzipped unless the reader refuses it; 204 where
 * nothing is drawn; 304 when the reader has it; 400 for an address that cannot be; 404 for a set
 * that is not the current one.
 */
export async function serveTile(
  request: TileRequest,
  current: { hash: string; minZoom: number; maxZoom: number } | null,
  shelf: (tileset: string) => Promise<TileShelf>,
): Promise<Response> {
  const address = readAddress(request);
  if (!address || (current && (address.z < current.minZoom || address.z > current.maxZoom))) {
    const zooms = current ? ` Les zooms vont de ${current.minZoom} à ${current.maxZoom}.` : '';
    return refuse(400, `Cette adresse de tuile n’existe pas.${zooms}`);
  }
  if (request.tileset !== current?.hash)
    return refuse(404, 'Ces tuiles ont été remplacées. Rechargez la page.');
  const { level, z, x, y } = address;
  const headers = new Headers({ 'cache-control': IMMUTABLE, vary: 'accept-encoding' });
  headers.set('etag', `W/"${current.hash}/${level}/${z}/${x}/${y}"`);
  if (matches(request.ifNoneMatch, headers.get('etag')!)) return new Response(null, { status: 304, headers });
  const tiles = await shelf(current.hash);
  if (tiles.size === 0) return refuse(404, 'Ces tuiles ont été remplacées. Rechargez la page.');
  const bytes = tiles.get(level, z, x, y);
  if (!bytes) return new Response(null, { status: 204, headers });
  headers.set('content-type', 'application/vnd.mapbox-vector-tile');
  if (!takesGzip(request.acceptEncoding))
    return new Response(Uint8Array.from(await inflate(bytes)), { headers });
  headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(bytes.length));
  return new Response(bytes, { headers });
}

function readAddress({ level, z, x, y }: TileRequest): TileAddress | null {
  if (!isMapLevel(level) || ![z, x, y].every((part) => /^\d{1,9}$/.test(part))) return null;
  const side = 2 ** Number(z);
  return Number(x) < side && Number(y) < side ? { level, z: Number(z), x: Number(x), y: Number(y) } : null;
}

const refuse = (status: number, sentence: string): Response =>
  new Response(sentence, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/** Whether the reader already has this version (`If-None-Match`, weak comparison). */
const matches = (header: string | null, etag: string): boolean =>
  header !== null &&
  header
    .split(',')
    .some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

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
