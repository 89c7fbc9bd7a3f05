import type { PlaceEntry } from '../../diagnosis/diagnosis.ts';
import type { PlaceFilter } from '../../domain/places/filter.ts';
import { PLACE_KIND_LABELS, type Place } from '../../domain/places/place.ts';
import { NEAR_LIMIT } from '../../domain/report/help.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatIsoDate } from '../../format/date.ts';
import { formatDistance } from '../../format/number.ts';
import { formatOpeningHours } from '../../format/opening-hours.ts';
import { nearestPlaces, reachOf } from '../queries/access/reach.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** How many of the nearest places are listed. */
const NEAREST = 5;

export const placeEntry = (place: Place, distance: number | null = null): PlaceEntry => ({
  id: place.id,
  kind: place.kind,
  kindLabel: PLACE_KIND_LABELS[place.kind],
  name: place.name,
  address: [place.address, `${place.postcode} ${place.town}`.trim()].filter(Boolean).join(', '),
  services: place.services,
  hours: place.hours === null ? null : formatOpeningHours(place.hours),
  phone: place.phone,
  fees: place.fees,
  updated: place.updated === null ? null : formatIsoDate(place.updated),
  approximate: place.position === 'commune-centre',
  distance: distance === null ? null : formatDistance(distance),
});

/** The nearest places to the centre of a commune or arrondissement, outside it; empty for a group. */
export function nearestEntries(data: Snapshot, territory: Territory, filter: PlaceFilter): PlaceEntry[] {
  const { lon, lat, level, code } = territory;
  if ((level !== 'commune' && level !== 'arrondissement') || lon === null || lat === null) return [];
  const own = territory.commune ?? code;
  return nearestPlaces(reachOf(data, filter), { lon, lat }, NEAREST, ({ commune }) => commune === own)
    .filter(({ distance }) => distance !== null && distance <= NEAR_LIMIT)
    .map(({ place, distance }) => placeEntry(place, distance));
}
