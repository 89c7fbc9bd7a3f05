import { desc, eq } from 'drizzle-orm';
import { PairList } from '../../../domain/access/reach.ts';
import type { TravelTimes } from '../../../domain/access/travel/travel.ts';
import type { Place } from '../../../domain/places/place.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Database } from '../../db/client.ts';
import { travelSource, travelTime } from '../../db/schema/travel.ts';

/** A file, a server of routes, or areas drawn around places. */
const KINDS = ['matrix', 'osrm', 'isochrones'] as const;

/** Travel times in use, and where they come from. */
export interface Travel extends TravelTimes {
  name: string;
  kind: (typeof KINDS)[number];
  /** Communes that the source speaks of. */
  communes: number;
}

/** The travel times brought in last; `null` when there are none. Pairs of places or communes that are gone are left out. */
export async function readTravel(
  { query }: Pick<Database, 'query'>,
  territories: Territories,
  places: readonly Place[],
): Promise<Travel | null> {
  const [source] = await query.select().from(travelSource).orderBy(desc(travelSource.id)).limit(1);
  if (!source) return null;
  const ranks = new Map(places.map(({ id }, rank) => [id, rank]));
  const rows = await query
    .select({ commune: travelTime.commune, place: travelTime.place, minutes: travelTime.minutes })
    .from(travelTime)
    .where(eq(travelTime.source, source.id));
  const count = territories.all('commune').length;
  const byCommune = Array.from({ length: count }, (): { rank: number; minutes: number }[] => []);
  const told = new Uint8Array(count);
  for (const { commune, place, minutes } of rows) {
    const [ordinal, rank] = [territories.get('commune', commune)?.ordinal, ranks.get(place)];
    if (ordinal === undefined) continue;
    told[ordinal] = 1;
    if (rank !== undefined) byCommune[ordinal]?.push({ rank, minutes });
  }
  // Told of places that are gone only: far from those that are left, as far as the source says.
  if (source.most !== null && places.length > 0)
    byCommune.forEach((own, ordinal) => {
      if (told[ordinal] === 1 && own.length === 0) own.push({ rank: 0, minutes: Number.POSITIVE_INFINITY });
    });
  const starts = new Int32Array(count + 1);
  const pairs = new PairList();
  byCommune.forEach((own, ordinal) => {
    for (const { rank, minutes } of own.sort((a, b) => a.rank - b.rank)) pairs.push(rank, minutes);
    starts[ordinal + 1] = pairs.length;
  });
  return {
    name: source.name,
    kind: KINDS.find((kind) => kind === source.kind) ?? 'matrix',
    most: source.most,
    steps: source.steps,
    communes: byCommune.filter((own) => own.length > 0).length,
    reach: { starts, ...pairs.cut(), unit: 'minutes', supplyCount: places.length },
  };
}
