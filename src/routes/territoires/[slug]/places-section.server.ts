import { keepTogether } from '#lib/format/typography.ts';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { PLACE_KIND_LABELS, PLACE_KINDS } from '#lib/domain/places/place.ts';
import { PLACE_SOURCES } from '#lib/domain/report/help.ts';
import type { Portrait } from '#lib/domain/report/portrait.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatCount } from '#lib/format/number.ts';
import { territoire as words } from '#lib/messages/territoire.ts';
import { placesOf } from '#lib/server/queries/portrait.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { nearestEntries, placeEntry } from '#lib/server/diagnosis/place-entries.ts';
import type { PlaceEntry } from '#lib/diagnosis/diagnosis.ts';

export interface PlacesSection {
  total: string;
  count: number;
  kinds: { label: string; count: string }[];
  /** Empty when there are too many to list. */
  entries: PlaceEntry[];
  /** Editions of the records, in words. */
  age: string;
  /** Around the centre of a commune, outside it. */
  nearest: PlaceEntry[];
}

/** « France services : 1er août 2024 ; … », from what is loaded. */
const editionsOf = (data: Snapshot): string =>
  PLACE_SOURCES.flatMap((source) => {
    const version = data.versions.get(source);
    return version ? [`${version.title} : ${version.edition}`] : [];
  }).join(' ; ');

/** Longer lists are left to the map and the table of communes. */
const MOST = 120;

/** The places of a territory, and the nearest ones outside a commune. */
export function placesSection(data: Snapshot, territory: Territory, { places }: Portrait): PlacesSection {
  return {
    count: places.total,
    total: formatCount(places.total, 'lieu', 'lieux'),
    kinds: PLACE_KINDS.filter((kind) => places.byKind[kind] > 0).map((kind) => ({
      label: PLACE_KIND_LABELS[kind],
      count: formatCount(places.byKind[kind], 'lieu', 'lieux'),
    })),
    age: keepTogether(words.places.age(editionsOf(data))),
    entries:
      places.total > MOST ? [] : placesOf(data, territory, NO_FILTER).map((place) => placeEntry(place)),
    nearest: nearestEntries(data, territory, NO_FILTER),
  };
}
