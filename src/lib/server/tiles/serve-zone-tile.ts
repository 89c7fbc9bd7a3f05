import { createHash } from 'node:crypto';
import { ZONE_SOURCES } from '../../domain/zones/zone-source.ts';
import { isZoneKind, type Zone, type ZoneKind } from '../../domain/zones/zone.ts';
import type { Database } from '../db/client.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { zonesInBox } from '../queries/zones.ts';
import { answerTile, noSuchTile, readTileNumbers, tileReplaced, type TileHeaders } from './tile-answer.ts';
import { tileBox, zoneTile, ZONE_TILES_REVISION, ZONE_ZOOMS } from './zone-tile.ts';

/** Names of the zones that are loaded, all that a map needs to ask for their tiles. */
export interface ZoneTiles {
  hash: string;
  minZoom: number;
  maxZoom: number;
  /** First zoom where they have an outline. */
  outlines: number;
}

/** The tiles of a kind of zone in use; `null` while none are loaded. */
export function zoneTilesOf({ versions }: Pick<Snapshot, 'versions'>, kind: ZoneKind): ZoneTiles | null {
  const version = versions.get(ZONE_SOURCES[kind]);
  if (!version) return null;
  const hash = createHash('sha256').update(`${version.fingerprint}/${ZONE_TILES_REVISION}`).digest('hex');
  return { hash: hash.slice(0, 16), ...ZONE_ZOOMS[kind] };
}

/** Tiles cut lately: a city looked at by many is cut once. */
const KEPT = 400;
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();

export interface ZoneTileRequest extends TileHeaders {
  kind: string;
  hash: string;
  z: string;
  x: string;
  y: string;
}

/** Answers a request for a tile of zones, with the same statuses as a tile of territories. */
export async function serveZoneTile(
  request: ZoneTileRequest,
  data: Snapshot,
  database: Pick<Database, 'query'>,
): Promise<Response> {
  const { kind } = request;
  if (!isZoneKind(kind)) return noSuchTile(null);
  const address = readTileNumbers(request);
  const { minZoom, maxZoom } = ZONE_ZOOMS[kind];
  if (!address || address.z < minZoom || address.z > maxZoom) return noSuchTile({ minZoom, maxZoom });
  const current = zoneTilesOf(data, kind);
  if (request.hash !== current?.hash) return tileReplaced();
  const { z, x, y } = address;
  const name = `${current.hash}/${kind}/${z}/${x}/${y}`;
  const communes = (zone: Zone): string =>
    zone.communes.flatMap((code) => data.territories.get('commune', code)?.name ?? []).join(', ');
  return answerTile(request, name, () =>
    keep(name, async () =>
      zoneTile(kind, address, await zonesInBox(database, kind, tileBox(z, x, y)), communes),
    ),
  );
}

function keep(
  name: string,
  make: () => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const held = kept.get(name);
  if (held) return held;
  const made = make();
  kept.set(name, made);
  made.catch(() => kept.delete(name));
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
  return made;
}
