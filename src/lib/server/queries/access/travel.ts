import { and, asc, desc, eq, like, notLike, sql } from 'drizzle-orm';
import { PairList, reachOfPairs, type Reach } from '../../../domain/access/reach.ts';
import { ANY_COMMUNE, communeOfDestination } from '../../../domain/access/travel/destination.ts';
import type { TravelTimes } from '../../../domain/access/travel/travel.ts';
import type { Place } from '../../../domain/places/place.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import { inPages } from '../../db/batches.ts';
import type { Database } from '../../db/client.ts';
import { travelSource, travelTime } from '../../db/schema/travel.ts';

/** A file, a server of routes, or areas drawn around places. */
const KINDS = ['matrix', 'osrm', 'isochrones'] as const;

/** Travel times in use, and where they come from. */
export interface Travel extends TravelTimes {
  /** Number of the source. */
  source: number;
  name: string;
  kind: (typeof KINDS)[number];
  /** Communes that the source tells a way to a place from. */
  communes: number;
  /**
   * Pairs in minutes from commune to commune, both in their order, for places that are not there yet; `null`
   * when the source tells none. A commune without a pair is not told.
   */
  toCommunes: Reach | null;
}

/**
 * The travel times brought in last; `null` when there are none. Pairs of places or communes that are gone are
 * left out. `held` are those that were read over the same territories: ways between communes do not change with
 * places, and are not read again for the same source.
 */
export async function readTravel(
  { query }: Pick<Database, 'query'>,
  territories: Territories,
  places: readonly Place[],
  held: Travel | null = null,
): Promise<Travel | null> {
  const [source] = await query.select().from(travelSource).orderBy(desc(travelSource.id)).limit(1);
  if (!source) return null;
  const ranks = new Map(places.map(({ id }, rank) => [id, rank]));
  const rows = await query
    .select({ commune: travelTime.commune, place: travelTime.place, minutes: travelTime.minutes })
    .from(travelTime)
    .where(and(eq(travelTime.source, source.id), notLike(travelTime.place, ANY_COMMUNE)));
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
    source: source.id,
    name: source.name,
    kind: KINDS.find((kind) => kind === source.kind) ?? 'matrix',
    most: source.most,
    steps: source.steps,
    communes: byCommune.filter((own) => own.length > 0).length,
    reach: { starts, ...pairs.cut(), unit: 'minutes', supplyCount: places.length },
    toCommunes:
      held?.source === source.id ? held.toCommunes : await readToCommunes({ query }, source.id, territories),
  };
}

/** The pairs of a source between communes that are still there, read a page at a time: there may be millions. */
async function readToCommunes(
  { query }: Pick<Database, 'query'>,
  source: number,
  territories: Territories,
): Promise<Reach | null> {
  const { commune, place, minutes } = travelTime;
  const page = (last: { commune: string; place: string } | undefined, size: number) =>
    query
      .select({ commune, place, minutes })
      .from(travelTime)
      .where(
        and(
          eq(travelTime.source, source),
          like(place, ANY_COMMUNE),
          last && sql`(${commune}, ${place}) > (${last.commune}, ${last.place})`,
        ),
      )
      .orderBy(asc(commune), asc(place))
      .limit(size);
  const ordinalOf = (code: string | null): number | undefined =>
    code === null ? undefined : territories.get('commune', code)?.ordinal;
  const demands: number[] = [];
  const pairs = new PairList();
  for await (const rows of inPages(page))
    for (const row of rows) {
      const [from, to] = [ordinalOf(row.commune), ordinalOf(communeOfDestination(row.place))];
      if (from === undefined || to === undefined) continue;
      demands.push(from);
      pairs.push(to, row.minutes);
    }
  if (demands.length === 0) return null;
  const count = territories.all('commune').length;
  return reachOfPairs(demands, pairs.cut(), { demandCount: count, supplyCount: count, unit: 'minutes' });
}
