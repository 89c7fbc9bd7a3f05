import type { MultiPolygon } from 'geojson';
import type { GapZone } from '../../domain/access/gaps/gap-zones.ts';
import { mergeOutlines } from '../../geo/merge-outlines.ts';
import type { Database } from '../db/client.ts';
import { readOutlines } from '../queries/outlines.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** More communes than this are merged from the coarser outlines, all read at once. */
const FINE_LIMIT = 1_000;

/** The outline of each zone, in their order; `null` for one whose communes have none. */
export async function zoneOutlines(
  database: Pick<Database, 'query'>,
  data: Snapshot,
  zones: readonly GapZone[],
): Promise<(MultiPolygon | null)[]> {
  const all = data.territories.all('commune');
  const members = zones.flatMap(({ communes }, zone) =>
    communes.map((ordinal) => ({ zone, code: all[ordinal]?.code ?? '' })),
  );
  if (members.length === 0) return [];
  const many = members.length > FINE_LIMIT;
  const outlines = await readOutlines(
    database,
    'commune',
    many ? 'national' : 'local',
    many ? undefined : members.map(({ code }) => code),
  );
  const drawn = members.flatMap(({ zone, code }) => {
    const outline = outlines.get(code);
    return outline ? [{ zone, outline }] : [];
  });
  return mergeOutlines(
    drawn.map(({ outline }) => outline),
    drawn.map(({ zone }) => zone),
    zones.length,
  );
}
