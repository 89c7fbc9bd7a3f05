import { error, json } from '@sveltejs/kit';
import { formatName } from '#lib/format/territory.ts';
import { atelier } from '#lib/messages/atelier.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { locatePoints } from '#lib/server/siting/locate-points.ts';
import { readStand } from '#lib/view/edit-grammar.ts';
import type { RequestHandler } from './$types';

/** The commune that a point is in, by the outlines: `p=5.72450_45.18850`. Communes by point, `null` at sea, and their names. */
export const GET: RequestHandler = async ({ url }) => {
  const spot = readStand(url.searchParams.get('p') ?? '');
  if (spot?.kind !== 'point') error(400, atelier.notices.faults.spot);
  const data = await currentData();
  const located = await locatePoints(data, appDatabase(), [spot]);
  const names = Object.fromEntries(
    Object.values(located).flatMap((code) => {
      const commune = code === null ? undefined : data.territories.get('commune', code);
      return commune ? [[commune.code, formatName(commune)]] : [];
    }),
  );
  return json({ located, names }, { headers: { 'cache-control': 'private, max-age=60' } });
};
