import { error } from '@sveltejs/kit';
import { isMapLevel } from '#lib/domain/territory/level.ts';
import { tuiles as words } from '#lib/messages/tuiles.ts';
import { describedTiles } from '../../../described-tiles.server.ts';
import type { RequestHandler } from './$types';

/** The TileJSON of a level of one set, which never changes under its address. */
export const GET: RequestHandler = ({ params: { tileset, level }, url }) => {
  if (!isMapLevel(level)) error(404, words.unknown);
  return describedTiles({ url, level }, tileset);
};
