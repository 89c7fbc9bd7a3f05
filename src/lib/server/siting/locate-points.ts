import { booleanPointInPolygon } from '@turf/turf';
import { pointKey, type HandEdits } from '../../domain/siting/hand/edits.ts';
import { spotsOf, type Located } from '../../domain/siting/hand/whereabouts.ts';
import type { Database } from '../db/client.ts';
import { readOutlines } from '../queries/outlines.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** INSEE code of the commune that a point is in, by the outlines; `null` at sea or in another country. */
async function communeAt(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  { lon, lat }: { lon: number; lat: number },
): Promise<string | null> {
  const candidates = data.territories
    .all('commune')
    .filter(({ bbox }) => bbox && lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3])
    .map(({ code }) => code);
  if (candidates.length === 0) return null;
  const outlines = await readOutlines(database, 'commune', 'local', candidates);
  return (
    candidates.find((code) => {
      const outline = outlines.get(code);
      return outline !== undefined && booleanPointInPolygon([lon, lat], outline);
    }) ?? null
  );
}

/** The communes of points, by their keys; none where outlines are not loaded, so that centres decide. */
export async function locatePoints(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  points: readonly { lon: number; lat: number }[],
): Promise<Located> {
  if (!data.tileset) return {};
  const found = await Promise.all(
    points.map(async (point) => [pointKey(point), await communeAt(data, database, point)] as const),
  );
  return Object.fromEntries(found);
}

/** The communes of the free points of a scenario. */
export const locateEdits = (
  data: Snapshot,
  database: Pick<Database, 'query'>,
  edits: HandEdits,
): Promise<Located> =>
  locatePoints(
    data,
    database,
    spotsOf(edits).flatMap((spot) => (spot.kind === 'point' ? [spot] : [])),
  );
