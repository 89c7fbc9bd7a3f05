import { homePoints, peopleAt, type DemandPoints } from '../../domain/access/demand/demand-points.ts';
import type { Group } from '../../domain/access/gaps/group.ts';
import { PointGrid } from '../../domain/access/point-grid.ts';
import type { LandedPoints } from '../../domain/access/reach.ts';
import { hoursOf } from '../../domain/places/capacity.ts';
import { NO_CRITERIA, type PlaceCriteria } from '../../domain/places/criteria.ts';
import type { Place } from '../../domain/places/place.ts';
import { COUNTS, type HandFrame } from '../../domain/siting/hand/hand-frame.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatName } from '../../format/territory.ts';
import { populationsOf } from '../queries/access/gaps.ts';
import { groupColumn } from '../queries/access/need-groups.ts';
import {
  communePoints,
  demandPointsOf,
  homesOf,
  placePoints,
  supplyOf,
  type SupplyRequest,
} from '../queries/access/supply.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** Who is looked at, what is asked of places, and which of them count. */
export interface HandFrameRequest extends PlaceCriteria, Pick<SupplyRequest, 'reference'> {
  group: Group;
  counted: 'asked' | 'all' | 'none';
}

/** The frame of a territory for every limit up to `reach`, metres. `today` is an ISO day. */
export function handFrame(
  data: Snapshot,
  request: HandFrameRequest,
  territory: Territory,
  reach: number,
  today: string,
): HandFrame {
  const points = demandPointsOf(data);
  const all = data.territories.all('commune');
  const own = data.territories
    .communes(territory)
    .filter(({ lat, lon }) => lat !== null && lon !== null)
    .map(({ ordinal }) => ordinal);
  const everywhere = placePoints(data, Uint32Array.from(data.places.keys()));
  const placeCommunes = homesOf(data, Uint32Array.from(data.places.keys()));
  const placeHomes = homePoints(points, placeCommunes, everywhere);
  const around = communesAround(points, own, everywhere, placeHomes, reach);
  const ordinals = [...own, ...around];
  const rows = ordinals.flatMap((ordinal, commune) => {
    const [from, to] = [points.starts[ordinal] as number, points.starts[ordinal + 1] as number];
    return Array.from({ length: to - from }, (_, k) => ({ at: from + k, commune }));
  });
  const local = new Map(rows.map(({ at }, rank) => [at, rank]));
  const localHome = (home: number): number => local.get(home) ?? -1;
  const inside = rows.filter(({ commune }) => commune < own.length).length;
  const unknown = all.map(() => Number.NaN);
  const group = peopleAt(points, groupColumn(data, request.group)?.values ?? unknown);
  const inhabitants = peopleAt(points, populationsOf(data));
  const centres = communePoints(data);
  const centreHomes = homePoints(points, Int32Array.from(all.keys()), centres);
  const rankOf = new Map(ordinals.map((ordinal, rank) => [ordinal, rank]));
  const counts = countsOf(data, request, today);
  const kept = [...data.places.keys()].filter(
    (rank) => counts[rank] !== COUNTS.no || rankOf.has(placeCommunes[rank] as number),
  );
  const places = kept.map((rank) => data.places[rank] as Place);
  const isNear = (rank: number): boolean => rankOf.has(placeCommunes[rank] as number);
  return {
    reach,
    moment: request.moment,
    demand: {
      ...taken(
        points,
        rows.map(({ at }) => at),
      ),
      inside,
      communes: Int32Array.from(rows, ({ commune }) => commune),
      people: Float64Array.from(rows.slice(0, inside), ({ at }) => group[at] as number),
      inhabitants: Float64Array.from(rows, ({ at }) => inhabitants[at] as number),
    },
    communes: {
      ...taken(centres, ordinals),
      inside: own.length,
      codes: ordinals.map((ordinal) => (all[ordinal] as Territory).code),
      names: ordinals.map((ordinal) => formatName(all[ordinal] as Territory)),
      ordinals: Int32Array.from(ordinals),
      homes: Int32Array.from(ordinals, (ordinal) => localHome(centreHomes[ordinal] as number)),
    },
    places: {
      ...taken(everywhere, kept),
      ids: kept.map((rank, at) => (isNear(rank) ? (places[at] as Place).id : '')),
      names: kept.map((rank, at) => (isNear(rank) ? nameOf(places[at] as Place) : '')),
      communes: Int32Array.from(kept, (rank) => rankOf.get(placeCommunes[rank] as number) ?? -1),
      homes: Int32Array.from(kept, (rank) => localHome(placeHomes[rank] as number)),
      counts: Uint8Array.from(kept, (rank) => counts[rank] as number),
      hours: Float64Array.from(places, (place) => hoursOf(place) ?? Number.NaN),
      helpers: Float64Array.from(places, ({ helpers }) => helpers ?? Number.NaN),
    },
  };
}

/** « Mairie de Sassenage (Sassenage) »: the town once. */
const nameOf = ({ name, town }: Place): string =>
  town === '' || name.toLocaleLowerCase('fr').includes(town.toLocaleLowerCase('fr'))
    ? name
    : `${name} (${town})`;

const taken = ({ lons, lats, lands }: LandedPoints, ranks: readonly number[]) => ({
  lons: Float64Array.from(ranks, (rank) => lons[rank] as number),
  lats: Float64Array.from(ranks, (rank) => lats[rank] as number),
  lands: Uint8Array.from(ranks, (rank) => lands[rank] as number),
});

/**
 * Communes whose people may share a place with those of a territory: within the limit of a place that reaches
 * somebody of it, at home in such a place, or within twice the limit, where a place may be added.
 */
function communesAround(
  points: DemandPoints,
  own: readonly number[],
  places: LandedPoints,
  homes: Int32Array,
  reach: number,
): number[] {
  const inside = new Set(own);
  const everyone = new PointGrid(points);
  const grid = new PointGrid(places);
  const near = new Set<number>();
  const reached = new Set<number>();
  for (const ordinal of own)
    for (let at = points.starts[ordinal] as number; at < (points.starts[ordinal + 1] as number); at++) {
      const [lon, lat] = [points.lons[at] as number, points.lats[at] as number];
      everyone.within(lon, lat, 2 * reach, (other) => void near.add(other));
      grid.within(lon, lat, reach, (place) => void reached.add(place));
    }
  const communeOf = communesOfPoints(points);
  homes.forEach((home, place) => {
    if (home >= 0 && inside.has(communeOf[home] as number)) reached.add(place);
  });
  for (const place of reached) {
    const home = homes[place] as number;
    if (home >= 0) near.add(home);
    const [lon, lat] = [places.lons[place] as number, places.lats[place] as number];
    if (!Number.isNaN(lon)) everyone.within(lon, lat, reach, (other) => void near.add(other));
  }
  const around = new Set([...near].map((at) => communeOf[at] as number));
  return [...around].filter((ordinal) => !inside.has(ordinal)).sort((a, b) => a - b);
}

/** The commune of each point. */
function communesOfPoints({ starts, shares }: DemandPoints): Int32Array {
  const communes = new Int32Array(shares.length);
  for (let i = 0; i + 1 < starts.length; i++) communes.fill(i, starts[i], starts[i + 1]);
  return communes;
}

/** Which places count, as they are or once open at the moment asked for. */
function countsOf(data: Snapshot, request: HandFrameRequest, today: string): Uint8Array {
  const counts = new Uint8Array(data.places.length);
  if (request.counted === 'none') return counts;
  const mark = (asked: SupplyRequest, count: number): void => {
    for (const rank of supplyOf(data, asked, today).ranks) counts[rank] = count;
  };
  if (request.counted === 'all') mark({ ...NO_CRITERIA, reference: request.reference }, COUNTS.yes);
  else {
    if (request.moment !== null) mark({ ...request, moment: null }, COUNTS.onceOpen);
    mark(request, COUNTS.yes);
  }
  return counts;
}
