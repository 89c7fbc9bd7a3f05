import { HAND_SOURCE } from './by-hand.ts';
import { sourceOf } from './duplicates/portrait.ts';
import type { GatheredPlace, PlaceRecord } from './gather.ts';
import type { Place } from './place.ts';

/** Fields of which the first record that fills them has the say; a boolean is filled when it is true. */
const SPOKEN = [
  'name',
  'pivot',
  'typology',
  'structure',
  'fees',
  'onBehalf',
  'website',
  'bookingUrl',
  'accessSheet',
  'phone',
  'summary',
  'detail',
  'itinerant',
  'programme',
  'operator',
  'helpers',
  'helpHours',
  'stops',
  'note',
  'owner',
] as const;

/** Lists that unite: each record knows a part of what is done there. */
const UNITED = [
  'services',
  'publics',
  'specificCare',
  'support',
  'accessModes',
  'programmes',
  'labels',
  'otherLabels',
  'offers',
  'fieldPublics',
  'funders',
  'sources',
] as const satisfies readonly (keyof Place)[];

/**
 * One place of its records. A record entered by hand speaks first, then the most recent (without a date
 * is the oldest; on a tie, the order given); the others fill what it leaves empty, and lists unite. An
 * address stays whole, hours stay with the week read from them, a given position beats a commune’s
 * centre, and who speaks first says whether the place is open. The id is that of the first record given.
 */
export function mergeRecords(records: readonly [PlaceRecord, ...PlaceRecord[]]): GatheredPlace {
  const speakers = [...records].sort(bySpeech);
  const speaker = speakers[0] ?? records[0];
  const place: Place = { ...speaker.place, id: records[0].place.id };
  const origins: Record<string, string> = {};
  const take = (from: PlaceRecord, ...fields: readonly (keyof Place)[]): void => {
    for (const field of fields) {
      copy(place, from.place, field);
      if (isFilled(from.place[field])) origins[field] = from.key;
    }
  };
  const from = (holds: (place: Place) => boolean, order = speakers): PlaceRecord =>
    order.find((record) => holds(record.place)) ?? speaker;

  for (const field of SPOKEN)
    take(
      from((one) => isFilled(one[field])),
      field,
    );
  for (const field of UNITED) {
    take(
      from((one) => one[field].length > 0),
      field,
    );
    if (speakers.length > 1) unite(place, field, speakers);
  }
  const addressed = from(({ address }) => address !== '');
  take(addressed, 'address', 'addressExtra');
  for (const field of ['postcode', 'town', 'commune'] as const)
    take(
      from((one) => isFilled(one[field]), [addressed, ...speakers]),
      field,
    );
  const centred = from(({ position }) => position !== 'none');
  const placed = speakers.find((record) => record.place.position === 'given') ?? centred;
  take(placed, 'lat', 'lon', 'position');
  take(
    from(({ hours, week }) => hours !== null || week !== null),
    'hours',
    'week',
  );
  take(
    from(({ kind }) => kind === mainKind(speakers)),
    'kind',
  );
  take(latest(speakers), 'updated');
  take(speaker, 'closed');
  // Premises where somebody already helps are no longer on offer.
  take(
    from(({ candidate }) => !candidate),
    'candidate',
  );
  delete origins['sources'];
  return { place, records: speakers.map(({ key }) => key), origins };
}

/** One place of several descriptions of it, as `mergeRecords`. */
export const mergePlaces = (first: Place, ...others: Place[]): Place =>
  mergeRecords([asRecord(first), ...others.map(asRecord)]).place;

/** Records of any number of sources, one place an id, in the order of the ids. */
export function mergeById(records: Iterable<Place>): Place[] {
  const byId = new Map<string, Place>();
  for (const record of records) {
    const seen = byId.get(record.id);
    byId.set(record.id, seen ? mergePlaces(seen, record) : record);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const asRecord = (place: Place): PlaceRecord => ({ key: `${place.sources[0] ?? ''}/${place.id}`, place });

const isByHand = ({ key }: PlaceRecord): boolean => sourceOf(key) === HAND_SOURCE;

const bySpeech = (a: PlaceRecord, b: PlaceRecord): number =>
  Number(isByHand(b)) - Number(isByHand(a)) || byDate(a.place.updated ?? '', b.place.updated ?? '');

/** The later ISO date first. */
const byDate = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1);

const latest = (records: readonly PlaceRecord[]): PlaceRecord =>
  records.reduce((best, record) =>
    (record.place.updated ?? '') > (best.place.updated ?? '') ? record : best,
  );

const isFilled = (value: unknown): boolean =>
  value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);

function copy<Field extends keyof Place>(into: Place, from: Place, field: Field): void {
  into[field] = from[field];
}

function unite(into: Place, field: (typeof UNITED)[number], records: readonly PlaceRecord[]): void {
  Object.assign(into, { [field]: [...new Set(records.flatMap(({ place }) => place[field] as string[]))] });
}

/** A place that is any of them is found under the name that most people look for. */
function mainKind(records: readonly PlaceRecord[]): Place['kind'] {
  const kinds = new Set(records.map(({ place }) => place.kind));
  return (
    (['france-services', 'conseiller-numerique'] as const).find((kind) => kinds.has(kind)) ?? 'mediation'
  );
}
