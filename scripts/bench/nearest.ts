import { featureCollection, nearestPoint, point } from '@turf/turf';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { nearestPoints } from '#lib/domain/access/nearest.ts';
import { greatCircle, type Points } from '#lib/domain/access/sphere.ts';
import type { Database } from '#lib/server/db/client.ts';
import { readPlaces } from '#lib/server/queries/places/places.ts';
import { readTerritories } from '#lib/server/queries/territories.ts';
import { connectLoaded } from './loaded.ts';
import { medianTime, rounded, timed } from './measure.ts';

/** Turf and SQL are measured on a sample of the communes and scaled: whole, turf takes minutes. */
const SAMPLE = 200;

/** Nearest place of every commune: ours, geokdbush, turf and a plain haversine query, same points, same run. */
export async function benchNearest(): Promise<object> {
  const { database, release } = await connectLoaded();
  try {
    const communes = pointsOf((await readTerritories(database)).all('commune'));
    const places = pointsOf(await readPlaces(database));
    const ours = await medianTime(() => nearestPoints(communes, places), 9);
    const { distances } = nearestPoints(communes, places);
    const kd = await medianTime(() => withGeokdbush(communes, places), 5);
    const scale = communes.lons.length / SAMPLE;
    const turf = (await timed(() => withTurf(communes, places))).ms * scale;
    const sql = (await timed(() => withSql(database))).ms * scale;
    const brute = await timed(() => bruteForce(communes, places));
    const mismatches = brute.result.filter(
      (metres, i) => Math.abs(metres - (distances[i] as number)) > 1e-3,
    ).length;
    return {
      communes: communes.lons.length,
      places: places.lons.length,
      ms: {
        ours: rounded(ours),
        geokdbush: rounded(kd),
        typedLoop: rounded(brute.ms),
        turfScaled: rounded(turf),
        sqlScaled: rounded(sql),
      },
      timesFasterThan: {
        geokdbush: rounded(kd / ours),
        typedLoop: rounded(brute.ms / ours),
        turf: rounded(turf / ours),
        sqlHaversine: rounded(sql / ours),
      },
      sampleOfTurfAndSql: SAMPLE,
      mismatchesAgainstBruteForce: mismatches,
    };
  } finally {
    await release();
  }
}

function pointsOf(
  rows: readonly { lat: number | null; lon: number | null }[],
): Points & { lons: number[]; lats: number[] } {
  const placed = rows.filter((row) => row.lat !== null && row.lon !== null);
  return { lons: placed.map((row) => row.lon as number), lats: placed.map((row) => row.lat as number) };
}

function withGeokdbush(from: Points, to: Points): number {
  const index = new KDBush(to.lons.length);
  for (let i = 0; i < to.lons.length; i++) index.add(to.lons[i] as number, to.lats[i] as number);
  index.finish();
  let found = 0;
  for (let i = 0; i < from.lons.length; i++)
    found += around(index, from.lons[i] as number, from.lats[i] as number, 1).length;
  return found;
}

function withTurf(from: Points, to: Points): number {
  const targets = featureCollection(
    Array.from({ length: to.lons.length }, (_, i) => point([to.lons[i] as number, to.lats[i] as number])),
  );
  const step = Math.floor(from.lons.length / SAMPLE);
  let total = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const at = i * step;
    total += nearestPoint(point([from.lons[at] as number, from.lats[at] as number]), targets).properties
      .distanceToPoint;
  }
  return total;
}

async function withSql(database: Database): Promise<number> {
  const rows = await database.sql`
    select min(2 * 6371008.8 * asin(sqrt(
      sin(radians(p.lat - t.lat) / 2) ^ 2 + cos(radians(t.lat)) * cos(radians(p.lat)) * sin(radians(p.lon - t.lon) / 2) ^ 2)))
    from (select code, lat, lon from territory where level = 'commune' and lat is not null order by md5(code) limit ${SAMPLE}) t
    cross join place p where p.lat is not null group by t.code`;
  return rows.length;
}

function bruteForce(from: Points, to: Points): Float64Array {
  return Float64Array.from({ length: from.lons.length }, (_, i) => {
    let least = Infinity;
    for (let j = 0; j < to.lons.length; j++) {
      const metres = greatCircle(
        from.lons[i] as number,
        from.lats[i] as number,
        to.lons[j] as number,
        to.lats[j] as number,
      );
      if (metres < least) least = metres;
    }
    return least;
  });
}
