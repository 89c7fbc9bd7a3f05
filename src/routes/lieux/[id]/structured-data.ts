import type { Place } from '#lib/domain/places/place.ts';
import { webAddress } from '#lib/format/place.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Schema.org has no midnight at the end of a day. */
const LAST_MINUTE = 1_439;

const clock = (minute: number): string => {
  const shown = Math.min(minute, LAST_MINUTE);
  return [Math.floor(shown / 60), shown % 60].map((part) => String(part).padStart(2, '0')).join(':');
};

/** Characters that could end the script which holds the text, or be changed by one who writes the page. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/** JSON that stays data inside a page, whatever names hold. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * A place as schema.org describes it (`GovernmentOffice` or `LocalBusiness`), as safe JSON; its telephone is
 * said for France services alone, `url` is the address of its page.
 */
export function structuredData(place: Place, url: string): string {
  const official = place.kind === 'france-services';
  const { lon, lat, week, website } = place;
  return safeJson({
    '@context': 'https://schema.org',
    '@type': official ? 'GovernmentOffice' : 'LocalBusiness',
    '@id': url,
    name: place.name,
    url: webAddress(website) ?? url,
    address: {
      '@type': 'PostalAddress',
      streetAddress: place.address || undefined,
      postalCode: place.postcode || undefined,
      addressLocality: place.town || undefined,
      addressCountry: 'FR',
    },
    // The centre of a commune is not where the place is.
    geo:
      place.position === 'given' && lon !== null && lat !== null
        ? { '@type': 'GeoCoordinates', latitude: lat, longitude: lon }
        : undefined,
    telephone: official ? (place.phone ?? undefined) : undefined,
    openingHoursSpecification: week?.map(({ day, from, to }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${DAYS[day]}`,
      opens: clock(from),
      closes: clock(to),
    })),
  });
}
