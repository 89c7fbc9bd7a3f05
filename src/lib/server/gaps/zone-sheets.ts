import { gapReasons, type GapReasons } from '../../domain/access/gaps/gap-reasons.ts';
import type { GapZone } from '../../domain/access/gaps/gap-zones.ts';
import { demandsOf } from '../../domain/places/criteria.ts';
import type { Place } from '../../domain/places/place.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatName } from '../../format/territory.ts';
import type { Gaps, GapsRequest } from '../queries/access/gaps.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { freshnessDay, placeGrid } from '../queries/access/supply.ts';

/** A place near a zone. */
export interface NearPlace {
  id: string;
  name: string;
  town: string;
  /** From the centre of the zone's largest commune, metres. */
  distance: number;
}

/** A zone out of reach, with what one needs to act on it. */
export interface ZoneSheet {
  zone: GapZone;
  /** « Arles (13) »: its largest commune, which gives it its name. */
  name: string;
  slug: string;
  communes: { name: string; slug: string; code: string }[];
  /** The nearest places that answer, and their distance. */
  answering: NearPlace[];
  /** The nearest places that do not: whom to ask first. */
  partners: NearPlace[];
  reasons: GapReasons;
  /** West, south, east, north; `null` without outlines. */
  bounds: [number, number, number, number] | null;
}

/** Metres that nobody drives in less than a minute: what is within reach in time is within as many. */
const BY_ROAD = 2_000;

/** Places named beside a zone. */
const NAMED = 3;

/** Describes some zones: names, nearest places, and why nobody answers. */
export function zoneSheets(
  data: Snapshot,
  gaps: Gaps,
  request: GapsRequest,
  zones: readonly GapZone[],
  today: string,
): ZoneSheet[] {
  const all = data.territories.all('commune');
  const demands = demandsOf(request, freshnessDay(data, request.reference, today));
  const answers = new Set(gaps.supply.ranks);
  return zones.map((zone) => {
    const communes = zone.communes.map((ordinal) => all[ordinal] as Territory);
    const main = communes[0] as Territory;
    const { unit, setting } = gaps;
    const near = placesNear(
      data,
      communes,
      unit === 'metres' ? setting.threshold : BY_ROAD * setting.threshold,
    );
    const others = new Set([...near].filter((rank) => !answers.has(rank)));
    return {
      zone,
      name: formatName(main),
      slug: slugOf('commune', main.code),
      communes: communes.map((commune) => ({
        name: commune.name,
        slug: slugOf('commune', commune.code),
        code: commune.code,
      })),
      answering: nearestOf(data, main, answers),
      partners: nearestOf(data, main, others),
      reasons: gapReasons(
        [...near].map((rank) => data.places[rank] as Place),
        demands,
      ),
      bounds: boundsOf(communes),
    };
  });
}

/** Ranks of the places in communes or within a distance of their centres, whatever they offer. */
function placesNear(data: Snapshot, communes: readonly Territory[], metres: number): Set<number> {
  const near = new Set<number>();
  for (const { lon, lat } of communes)
    if (lon !== null && lat !== null) placeGrid(data).within(lon, lat, metres, (rank) => void near.add(rank));
  return near;
}

/** Metres looked around first for the nearest places; twice as many each time that too few are found. */
const FIRST_LOOK = 8_000;
/** Half the way around the Earth: nothing is further. */
const FURTHEST = 20_100_000;

/** The nearest places of some, from the centre of a commune. */
function nearestOf(data: Snapshot, { lon, lat }: Territory, ranks: ReadonlySet<number>): NearPlace[] {
  if (lon === null || lat === null || ranks.size === 0) return [];
  let found: { rank: number; distance: number }[] = [];
  for (
    let metres = FIRST_LOOK;
    found.length < Math.min(NAMED, ranks.size) && metres < 2 * FURTHEST;
    metres *= 2
  ) {
    found = [];
    placeGrid(data).within(lon, lat, metres, (rank, distance) => {
      if (ranks.has(rank)) found.push({ rank, distance });
    });
  }
  return found
    .sort((a, b) => a.distance - b.distance || a.rank - b.rank)
    .slice(0, NAMED)
    .map(({ rank, distance }) => {
      const { id, name, town } = data.places[rank] as Place;
      return { id, name, town, distance };
    });
}

function boundsOf(communes: readonly Territory[]): ZoneSheet['bounds'] {
  const boxes = communes.flatMap(({ bbox }) => (bbox ? [bbox] : []));
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}
