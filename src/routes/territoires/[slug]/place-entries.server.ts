import { PLACE_KIND_LABELS, type Place, type PlaceKind } from '#lib/domain/places/place.ts';
import { formatIsoDate } from '#lib/format/date.ts';
import { formatDistance } from '#lib/format/number.ts';
import { formatOpeningHours } from '#lib/format/opening-hours.ts';

/** A place as lists show it. */
export interface PlaceEntry {
  id: string;
  kind: PlaceKind;
  kindLabel: string;
  name: string;
  address: string;
  services: string[];
  hours: string | null;
  phone: string | null;
  /** « Gratuit » and the like, as the source says it. */
  fees: string[];
  updated: string | null;
  approximate: boolean;
  distance: string | null;
}

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
