import { error } from '@sveltejs/kit';
import { tuiles as words } from '#lib/messages/tuiles.ts';
import { levelOfWord } from '#lib/server/tiles/tile-json.ts';
import { describedTiles } from '../described-tiles.server.ts';
import type { RequestHandler } from './$types';

/** The TileJSON of a level under an address that stays: it follows what is loaded. */
export const GET: RequestHandler = ({ params, url }) => {
  const level = levelOfWord(params.word);
  if (!level) error(404, words.unknown);
  return describedTiles({ url, level }, null);
};
