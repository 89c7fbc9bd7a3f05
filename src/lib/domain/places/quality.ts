import { dayFor, freshnessOf, freshnessScore, MARKS, type Mark, type ReferenceDay } from './freshness.ts';
import type { Place } from './place.ts';

/** What makes a record useful to who looks for help (the national score, methods.md §6). */
export const CRITERIA = [
  'address',
  'mobilisation',
  'public',
  'theme',
  'contact',
  'website',
  'freshness',
  'price',
  'description',
  'phone',
] as const;

export type Criterion = (typeof CRITERIA)[number];

/** As the thing that a record lacks. */
export const CRITERION_LABELS: Readonly<Record<Criterion, string>> = {
  address: 'adresse',
  mobilisation: 'comment y venir',
  public: 'publics accueillis',
  theme: 'services',
  contact: 'moyen de contact',
  website: 'courriel ou site',
  freshness: 'date récente',
  price: 'tarif',
  description: 'présentation',
  phone: 'téléphone',
};

export type CriterionState = 'filled' | 'partial' | 'missing' | 'not-applicable';

export interface RecordQuality {
  /** Mean of the criteria that apply, 0 to 1. */
  score: number;
  states: Readonly<Record<Criterion, CriterionState>>;
}

/** Nobody helps there yet: premises have no service, price, public or way in to tell. */
const OF_HELP: ReadonlySet<Criterion> = new Set(['mobilisation', 'public', 'theme', 'price']);

const has = (text: string | null): boolean => text !== null && text.trim() !== '';

/** What each criterion is worth, 0 to 1; `null` when it does not apply. */
function worthOf(place: Place, on: string): Record<Criterion, number | null> {
  const reachable = has(place.phone) || has(place.website);
  const worth: Record<Criterion, number | boolean> = {
    address: has(place.address) && has(place.postcode) && (place.commune !== null || has(place.town)),
    mobilisation: place.accessModes.length > 0 || has(place.bookingUrl) || reachable,
    public: place.publics.length + place.specificCare.length + place.fieldPublics.length > 0,
    theme: place.services.length > 0,
    contact: reachable || has(place.bookingUrl),
    website: has(place.website),
    freshness: freshnessScore(place.updated, on),
    price: place.fees.length > 0,
    description: has(place.summary) || has(place.detail),
    phone: has(place.phone),
  };
  // A place that moves has stops instead of an address.
  const skipped = (one: Criterion): boolean =>
    (one === 'address' && place.itinerant && !has(place.address)) || (place.candidate && OF_HELP.has(one));
  return Object.fromEntries(CRITERIA.map((one) => [one, skipped(one) ? null : Number(worth[one])])) as Record<
    Criterion,
    number | null
  >;
}

const stateOf = (worth: number | null): CriterionState =>
  worth === null ? 'not-applicable' : worth === 1 ? 'filled' : worth === 0 ? 'missing' : 'partial';

/**
 * How complete and recent a record is on a day (ISO): the mean of the criteria that apply, and what
 * each comes to. The e-mail addresses of people are kept apart from places: the site stands for both.
 */
export function recordQuality(place: Place, on: string): RecordQuality {
  const worth = worthOf(place, on);
  const applying = CRITERIA.map((one) => worth[one]).filter((value) => value !== null);
  return {
    score: applying.reduce((sum, value) => sum + value, 0) / applying.length,
    states: Object.fromEntries(CRITERIA.map((one) => [one, stateOf(worth[one])])) as RecordQuality['states'],
  };
}

/** What a record lacks, its date aside: what to ask when calling. */
export const missingOf = ({ states }: RecordQuality): Criterion[] =>
  CRITERIA.filter((one) => one !== 'freshness' && states[one] === 'missing');

export interface GroupQuality {
  places: number;
  /** Mean score, 0 to 1; like every share, `null` without a place. */
  score: number | null;
  marks: Readonly<Record<Mark, number>>;
  /** Shares of places, 0 to 1, of which this is known; hours are those that make a week. */
  services: number | null;
  hours: number | null;
  position: number | null;
  fees: number | null;
}

/** What is known of a group of places on a day. */
export function qualityOfGroup(places: readonly Place[], on: ReferenceDay): GroupQuality {
  const share = (known: (place: Place) => boolean): number | null =>
    places.length === 0 ? null : places.filter(known).length / places.length;
  const marks = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;
  let total = 0;
  for (const place of places) {
    const day = dayFor(on, place);
    marks[freshnessOf(place.updated, day).mark]++;
    total += recordQuality(place, day).score;
  }
  return {
    places: places.length,
    score: places.length === 0 ? null : total / places.length,
    marks,
    services: share(({ services }) => services.length > 0),
    hours: share(({ week }) => week !== null),
    position: share(({ position }) => position === 'given'),
    fees: share(({ fees }) => fees.length > 0),
  };
}
