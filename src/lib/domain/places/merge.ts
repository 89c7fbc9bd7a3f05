import type { Place } from './place.ts';

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Whether `a` is at least as recent as `b`; a record without a date is the older. */
const isNewer = (a: Place, b: Place): boolean => (a.updated ?? '') >= (b.updated ?? '');

/**
 * Two records of one place, same id: the more recent speaks, the older fills what it leaves empty,
 * lists unite, and both sources are named. A given position beats a commune's centre.
 */
export function mergePlaces(first: Place, second: Place): Place {
  const [recent, older] = isNewer(first, second) ? [first, second] : [second, first];
  const placed = recent.position === 'given' || older.position !== 'given' ? recent : older;
  const programmes = union(recent.programmes, older.programmes);
  return {
    ...recent,
    kind: [recent.kind, older.kind].includes('conseiller-numerique') ? 'conseiller-numerique' : recent.kind,
    address: recent.address || older.address,
    postcode: recent.postcode || older.postcode,
    town: recent.town || older.town,
    commune: recent.commune ?? older.commune,
    lat: placed.lat,
    lon: placed.lon,
    position: placed.position,
    typology: recent.typology ?? older.typology,
    services: union(recent.services, older.services),
    publics: union(recent.publics, older.publics),
    specificCare: union(recent.specificCare, older.specificCare),
    fees: recent.fees.length > 0 ? recent.fees : older.fees,
    support: union(recent.support, older.support),
    onBehalf: recent.onBehalf || older.onBehalf,
    programmes,
    hours: recent.hours ?? older.hours,
    website: recent.website ?? older.website,
    bookingUrl: recent.bookingUrl ?? older.bookingUrl,
    phone: recent.phone ?? older.phone,
    summary: recent.summary ?? older.summary,
    itinerant: recent.itinerant || older.itinerant,
    sources: union(recent.sources, older.sources),
  };
}

/** Records of any number of sources, one place an id, in the order of the ids. */
export function mergeById(records: Iterable<Place>): Place[] {
  const byId = new Map<string, Place>();
  for (const record of records) {
    const seen = byId.get(record.id);
    byId.set(record.id, seen ? mergePlaces(seen, record) : record);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
