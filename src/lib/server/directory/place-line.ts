import { OFFER_LABELS, offersOf } from '../../domain/places/offer.ts';
import { PLACE_KIND_LABELS, type Place, type PlaceKind } from '../../domain/places/place.ts';
import { formatIsoDate } from '../../format/date.ts';
import { formatDistance } from '../../format/number.ts';
import { formatOpenings } from '../../format/place.ts';
import { formatName } from '../../format/territory.ts';
import { lieux as words } from '../../messages/lieux.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { freshnessOf, type Mark } from '../../domain/places/freshness.ts';

/** A place as a line of a list. */
export interface PlaceLine {
  id: string;
  href: string;
  kind: PlaceKind;
  kindLabel: string;
  name: string;
  /** Its current commune, else the town as its source writes it. */
  town: string;
  offers: string[];
  openings: string;
  mark: Mark;
  /** « Fiche à vérifier, du 1er août 2024 ». */
  freshness: string;
  distance: string | null;
  /** « position approximative » and the like. */
  remarks: string[];
  lon: number | null;
  lat: number | null;
}

/** The address of the page of a place. */
export const placeHref = (id: string): string => `/lieux/${encodeURIComponent(id)}`;

/** A mark and the date that it comes from. */
export const freshnessWords = (mark: Mark, updated: string | null): string =>
  updated === null
    ? `${words.marks[mark]}, ${words.undated}`
    : `${words.marks[mark]}, ${words.dated(formatIsoDate(updated))}`;

/** A place as a line; its freshness is that of the day `on` (ISO), its distance in metres. */
export function placeLine(data: Snapshot, place: Place, on: string, metres: number | null = null): PlaceLine {
  const commune = place.commune === null ? undefined : data.territories.get('commune', place.commune);
  const { mark } = freshnessOf(place.updated, on);
  const { position, itinerant, lon, lat } = place;
  return {
    id: place.id,
    href: placeHref(place.id),
    kind: place.kind,
    kindLabel: PLACE_KIND_LABELS[place.kind],
    name: place.name,
    town: commune ? formatName(commune) : place.town,
    offers: offersOf(place).map((offer) => OFFER_LABELS[offer]),
    openings: formatOpenings(place, words.line),
    mark,
    freshness: freshnessWords(mark, place.updated),
    distance: metres === null || position !== 'given' ? null : words.line.at(formatDistance(metres)),
    remarks: [
      ...(position === 'commune-centre' ? [words.line.approximate] : []),
      ...(position === 'none' ? [words.line.unplaced] : []),
      ...(itinerant ? [words.line.itinerant] : []),
    ],
    lon,
    lat,
  };
}
