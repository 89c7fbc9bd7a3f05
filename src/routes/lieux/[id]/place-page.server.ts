import { freshnessOf } from '#lib/domain/places/freshness.ts';
import { FIELD_PUBLIC_LABELS, fieldPublicsOf } from '#lib/domain/places/field-public.ts';
import { OFFER_LABELS, offersOf } from '#lib/domain/places/offer.ts';
import { PLACE_KIND_LABELS, type Place } from '#lib/domain/places/place.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { formatIsoDate } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatOpeningHours } from '#lib/format/opening-hours.ts';
import { formatPlaceAddress, plainParagraphs, webAddress } from '#lib/format/place.ts';
import { weekRows } from '#lib/format/week.ts';
import { formatName } from '#lib/format/territory.ts';
import { lieux } from '#lib/messages/lieux.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { DEFAULT_VIEW } from '#lib/view/map-view.ts';
import { DEFAULT_PLACES_VIEW, placesAddress } from '#lib/view/places-view.ts';
import { mapAddress } from '#lib/view/write-map-view.ts';
import { freshnessWords } from '#lib/server/directory/place-line.ts';

const words = lieux.place;

/** Where the map opens on one place: its street. */
const STREET_ZOOM = 14;
const AROUND_KM = 5;

/** A heading and what it says; never empty. */
export interface Said {
  label: string;
  texts: string[];
}

function communeOf(data: Snapshot, code: string | null): { name: string; slug: string } | null {
  const commune = code === null ? undefined : data.territories.get('commune', code);
  return commune ? { name: formatName(commune), slug: slugOf('commune', commune.code) } : null;
}

const list = (label: string, texts: readonly (string | null)[]): Said[] => {
  const known = texts.filter((text): text is string => text !== null && text !== '');
  return known.length > 0 ? [{ label, texts: [...new Set(known)] }] : [];
};

/** What is known of the help: what is not is left out, except the fees that everybody asks about. */
const helpOf = (place: Place): Said[] => [
  ...list(words.services, place.services),
  ...list(
    words.fieldPublics,
    fieldPublicsOf(place).map((one) => FIELD_PUBLIC_LABELS[one]),
  ),
  ...list(words.publics, place.publics),
  ...list(words.care, place.specificCare),
  { label: words.fees, texts: place.fees.length > 0 ? place.fees : [words.unknown] },
  ...list(words.support, [...place.support, place.onBehalf ? words.onBehalf : null]),
  ...list(words.programmes, [...place.programmes, place.programme]),
  ...list(words.labels, [...place.labels, ...place.otherLabels]),
  ...list(words.structure, [place.structure]),
  ...list(words.operator, [place.operator]),
  ...list(words.helpers, [place.helpers === null ? null : formatNumber(place.helpers)]),
  ...list(words.helpHours, [
    place.helpHours === null
      ? null
      : formatNumber(place.helpHours, Number.isInteger(place.helpHours) ? 0 : 1),
  ]),
  ...list(words.funders, place.funders),
];

const linksOf = ({ website, bookingUrl, accessSheet }: Place): { label: string; href: string }[] =>
  (
    [
      [words.website, website],
      [words.booking, bookingUrl],
      [words.accessSheet, accessSheet],
    ] as const
  ).flatMap(([label, text]) => {
    const href = webAddress(text);
    return href === null ? [] : [{ label, href }];
  });

/** Everything that the page of a place says, as words; `today` is an ISO day. */
export function placePage(data: Snapshot, place: Place, today: string) {
  const { lon, lat, position, closed } = place;
  const { mark } = freshnessOf(place.updated, today);
  const placed = lon !== null && lat !== null;
  return {
    name: place.name,
    kind: place.kind,
    kindLabel: PLACE_KIND_LABELS[place.kind],
    closed: closed !== null && closed <= today ? words.closed(formatIsoDate(closed)) : null,
    candidate: place.candidate,
    itinerant: place.itinerant,
    address: formatPlaceAddress(place),
    commune: communeOf(data, place.commune),
    position,
    situate: placed
      ? mapAddress({ ...DEFAULT_VIEW, places: true, camera: { lon, lat, zoom: STREET_ZOOM } })
      : null,
    around: placed ? placesAddress({ ...DEFAULT_PLACES_VIEW, near: { lon, lat, km: AROUND_KM } }) : null,
    offers: offersOf(place).map((offer) => OFFER_LABELS[offer]),
    week: place.week === null ? null : weekRows(place.week),
    hours: place.hours === null ? null : plainParagraphs(formatOpeningHours(place.hours)).join(' '),
    help: helpOf(place),
    links: linksOf(place),
    // Other numbers may be those of people.
    phone: place.kind === 'france-services' ? place.phone : null,
    about: [place.summary, place.detail].flatMap((text) => (text === null ? [] : plainParagraphs(text))),
    stops: place.stops.map(({ name, commune, hours }) => ({
      name,
      commune: communeOf(data, commune),
      hours: hours === '' ? words.unknown : formatOpeningHours(hours),
    })),
    mark,
    freshness: freshnessWords(mark, place.updated),
  };
}
