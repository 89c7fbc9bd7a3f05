import type { Level } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Database } from '../db/client.ts';
import { readOutlines } from '../queries/outlines.ts';

/** More territories than this leave with the coarser outlines of the whole country. */
const FINE_LIMIT = 1_000;

/** The outlines that territories of a level leave with. */
export const fileOutlines = (
  database: Pick<Database, 'query'>,
  level: Level,
  territories: readonly Territory[],
): ReturnType<typeof readOutlines> =>
  territories.length > FINE_LIMIT
    ? readOutlines(database, level, 'national')
    : readOutlines(
        database,
        level,
        'local',
        territories.map(({ code }) => code),
      );
