import { error } from '@sveltejs/kit';
import { tuiles as words } from '#lib/messages/tuiles.ts';
import { levelOfWord, zoneKindOfWord } from '#lib/server/tiles/tile-json.ts';
import { describedTiles, describedZoneTiles } from '../described-tiles.server.ts';
import type { RequestHandler } from './$types';

/** The TileJSON of a level, or of a kind of zones, under an address that stays: it follows what is loaded. */
export const GET: RequestHandler = ({ params, url }) => {
  const kind = zoneKindOfWord(params.word);
  if (kind) return describedZoneTiles(url, kind);
  const level = levelOfWord(params.word);
  if (!level) error(404, words.unknown);
  return describedTiles({ url, level }, null);
};
