import { point, featureCollection, pointsWithinPolygon, circle } from '@turf/turf';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { sql } from 'drizzle-orm';
import { floatingCatchment } from '#lib/domain/access/catchment.ts';
import { decayWeight } from '#lib/domain/access/decay.ts';
import { landsOf } from '#lib/domain/access/landmass.ts';
import { nearestOnLand } from '#lib/domain/access/nearest-on-land.ts';
import { reachWithin, type LandedPoints, type Reach } from '#lib/domain/access/reach.ts';
import { greatCircle } from '#lib/domain/access/sphere.ts';
import { localMoran } from '#lib/domain/spatial/moran.ts';
import { contiguousSets } from '#lib/domain/spatial/contiguity.ts';
import type { Database } from '#lib/server/db/client.ts';
import { Snapshot } from '#lib/server/queries/snapshot.ts';
import { connectLoaded } from './loaded.ts';
import { medianTime, rounded, timed } from './measure.ts';

/** Turf and SQL are measured on a sample of the communes and scaled: whole, they take minutes. */
const SAMPLE = 200;
const RADIUS = 20_000;

/**
 * The country measured again after a change of filter or threshold: pairs within 20 km, catchments,
 * hot spots and zones, beside geokdbush, turf and a plain haversine query on the same points.
 */
export async function benchAccess(): Promise<object> {
  const { database, release } = await connectLoaded();
  try {
    const data = await Snapshot.read(database);
    const communes = data.territories.all('commune').filter(({ lat }) => lat !== null);
    const placed = data.places.filter(({ lat }) => lat !== null);
    const from = pointsOf(
      communes,
      communes.map(({ code }) => code),
    );
    const to = pointsOf(
      placed,
      placed.map(({ commune }) => commune),
    );
    const people = Float64Array.from(communes, ({ population }) => population ?? 0);
    const supply = new Float64Array(placed.length).fill(1);
    const reach = reachWithin(from, to, RADIUS);
    const method = { decay: 'gaussian', threshold: RADIUS, chooses: false } as const;
    const pairs = await medianTime(() => reachWithin(from, to, RADIUS));
    const passes = await medianTime(() => floatingCatchment(reach, people, supply, method));
    const plain = await medianTime(() => onePlainPass(reach, people));
    const kd = await medianTime(() => withGeokdbush(from, to), 3);
    const scale = communes.length / SAMPLE;
    const turf = (await timed(() => withTurf(from, to))).ms * scale;
    const query = (await timed(() => withSql(database))).ms * scale;
    const { distances } = nearestOnLand(from, to);
    const far = [...distances.keys()].filter((at) => (distances[at] as number) > 10_000);
    const { contiguity } = data;
    return {
      communes: communes.length,
      places: placed.length,
      pairs: reach.supplies.length,
      pairMegabytes: rounded((reach.supplies.byteLength + reach.costs.byteLength) / 1e6),
      ms: {
        nearest: rounded(await medianTime(() => nearestOnLand(from, to))),
        pairs: rounded(pairs),
        catchments: rounded(passes),
        onePlainPass: rounded(plain),
        moran999: contiguity ? rounded(await medianTime(() => localMoran(contiguity, distances), 3)) : null,
        zones: contiguity ? rounded(await medianTime(() => contiguousSets(contiguity, far))) : null,
        geokdbush: rounded(kd),
        turfScaled: rounded(turf),
        sqlScaled: rounded(query),
      },
      timesFasterThan: {
        geokdbush: rounded(kd / pairs),
        turf: rounded(turf / pairs),
        sqlHaversine: rounded(query / pairs),
      },
      catchmentsOverOnePass: rounded(passes / plain),
      mismatchesAgainstBruteForce: mismatches(reach, from, to),
      sampleOfTurfAndSql: SAMPLE,
      processMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    await release();
  }
}

const pointsOf = (
  things: readonly { lon: number | null; lat: number | null }[],
  codes: readonly (string | null)[],
): LandedPoints => ({
  lons: Float64Array.from(things, ({ lon }) => lon ?? Number.NaN),
  lats: Float64Array.from(things, ({ lat }) => lat ?? Number.NaN),
  lands: landsOf(codes),
});

/** The least that any method does: read every pair once, weigh it, add it up. */
function onePlainPass({ starts, costs }: Reach, people: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < people.length; i++)
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++)
      sum += (people[i] as number) * decayWeight('gaussian', costs[at] as number, RADIUS);
  return sum;
}

function withGeokdbush(from: LandedPoints, to: LandedPoints): number {
  const index = new KDBush(to.lons.length);
  for (let j = 0; j < to.lons.length; j++) index.add(to.lons[j] as number, to.lats[j] as number);
  index.finish();
  let found = 0;
  for (let i = 0; i < from.lons.length; i++)
    found += around(index, from.lons[i] as number, from.lats[i] as number, Infinity, RADIUS / 1_000).length;
  return found;
}

function withTurf(from: LandedPoints, to: LandedPoints): number {
  const places = featureCollection(
    Array.from({ length: to.lons.length }, (_, j) => point([to.lons[j] as number, to.lats[j] as number])),
  );
  let found = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const at = Math.floor((i * from.lons.length) / SAMPLE);
    const disc = circle([from.lons[at] as number, from.lats[at] as number], RADIUS / 1_000);
    found += pointsWithinPolygon(places, disc).features.length;
  }
  return found;
}

const withSql = (database: Database): Promise<unknown> =>
  database.query.execute(sql`
    with c as materialized (
      select code, radians(lat) as phi, radians(lon) as lambda from territory
      where level = 'commune' and lat is not null order by code limit ${SAMPLE}
    ), p as materialized (
      select radians((record->>'lat')::float8) as phi, radians((record->>'lon')::float8) as lambda
      from place where record->>'lat' is not null
    )
    select c.code, count(*) from c join p on 2 * 6371008.8 * asin(least(1, sqrt(
      sin((p.phi - c.phi) / 2) ^ 2 + cos(c.phi) * cos(p.phi) * sin((p.lambda - c.lambda) / 2) ^ 2))) <= ${RADIUS}
    group by c.code`);

/** Pairs of a sample of communes that brute force does not find, and the other way round. */
function mismatches({ starts, supplies }: Reach, from: LandedPoints, to: LandedPoints): number {
  let wrong = 0;
  for (let i = 0; i < from.lons.length; i += 7) {
    const found = new Set(supplies.subarray(starts[i], starts[i + 1]));
    for (let j = 0; j < to.lons.length; j++) {
      const metres = greatCircle(
        from.lons[i] as number,
        from.lats[i] as number,
        to.lons[j] as number,
        to.lats[j] as number,
      );
      const near = from.lands[i] === to.lands[j] && metres <= RADIUS;
      // Nearer to the limit than rounding can tell.
      if (near !== found.has(j) && Math.abs(metres - RADIUS) > 1e-3) wrong++;
    }
  }
  return wrong;
}
