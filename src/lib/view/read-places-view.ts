import { Frais, ModaliteAccompagnement } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { PLACE_KINDS } from '../domain/places/place.ts';
import {
  DEFAULT_PLACES_VIEW,
  EDITION,
  FRESHNESS_MONTHS,
  momentOfWord,
  offerOfWord,
  PLACES_PARAMETERS,
  publicOfWord,
  TODAY,
  type Near,
  type PlacesView,
} from './places-view.ts';
import { readInteger, readTerritory } from './read-values.ts';
import { LIST_SEPARATOR } from './separator.ts';
import { serviceOfWord, wordOf } from './service-words.ts';

type Parameter = keyof typeof PLACES_PARAMETERS;

/** A parameter, or an item of its list, that was not followed. */
export interface IgnoredPlaceParameter {
  parameter: Parameter | 'unknown';
  /** As it stood in the address. */
  value: string;
}

export interface PlacesViewReading {
  view: PlacesView;
  ignored: IgnoredPlaceParameter[];
}

const MAX_QUERY = 80;
const MAX_ID = 200;
/** Past this, « near » says nothing that a territory does not say better. */
export const MAX_NEAR_KM = 200;

/** A label of a list of the national schema by its word in an address. */
const labelIn =
  (labels: readonly string[]) =>
  (word: string): string | undefined =>
    labels.find((label) => wordOf(label) === word);

function readNear(text: string): Near | undefined {
  const numbers = text.split(LIST_SEPARATOR).map((one) => (/^-?\d+(\.\d+)?$/.test(one) ? Number(one) : NaN));
  const [lon = NaN, lat = NaN, km = NaN] = numbers;
  const inside = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && km > 0 && km <= MAX_NEAR_KM;
  return numbers.length === 3 && inside ? { lon, lat, km } : undefined;
}

/** A day that exists, `2026-11-25`. */
function readDay(text: string): string | undefined {
  const date = new Date(`${text}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime());
  return real && date.toISOString().startsWith(text) ? text : undefined;
}

/** An id of any source, without what no address needs. */
const readId = (text: string): string | undefined =>
  text.length <= MAX_ID && !/\p{Cc}/u.test(text) ? text : undefined;

/**
 * Reads the directory that an address asks for. Never throws: what is not understood falls back to the
 * default and is listed. A form sends a list as several parameters of one name, and what was left
 * empty: both are read.
 */
export function readPlacesView(parameters: Pick<URLSearchParams, 'getAll'>): PlacesViewReading {
  const ignored: IgnoredPlaceParameter[] = [];
  const take = <T>(parameter: Parameter, fallback: T, read: (text: string) => T | undefined): T => {
    const text = parameters.getAll(PLACES_PARAMETERS[parameter]).at(-1) ?? '';
    if (text === '') return fallback;
    const value = read(text);
    if (value === undefined) ignored.push({ parameter, value: text });
    return value ?? fallback;
  };
  const takeList = <T>(parameter: Parameter, read: (item: string) => T | undefined): T[] => {
    const items = new Set<T>();
    const texts = parameters.getAll(PLACES_PARAMETERS[parameter]);
    for (const item of texts.flatMap((text) => text.split(LIST_SEPARATOR)).filter(Boolean)) {
      const value = read(item);
      if (value === undefined) ignored.push({ parameter, value: item });
      else items.add(value);
    }
    return [...items];
  };
  const takeSwitch = (parameter: Parameter, fallback: boolean): boolean =>
    take(parameter, fallback, (text) => (text === '1' ? true : text === '0' ? false : undefined));

  const fallback = DEFAULT_PLACES_VIEW;
  const view: PlacesView = {
    query: take('query', '', (text) => text.trim().slice(0, MAX_QUERY).trim()),
    filter: {
      kinds: takeList('kinds', (item) => PLACE_KINDS.find((kind) => kind === item)),
      services: takeList('services', serviceOfWord),
      free: takeSwitch('free', false),
      assisted: takeSwitch('assisted', false),
    },
    offers: takeList('offers', offerOfWord),
    publics: takeList('publics', publicOfWord),
    programmes: takeList('programmes', (item) => (wordOf(item) === item ? item : undefined)),
    fees: takeList('fees', labelIn(Object.values(Frais))),
    support: takeList('support', labelIn(Object.values(ModaliteAccompagnement))),
    moment: take('moment', fallback.moment, momentOfWord),
    freshness: take('freshness', fallback.freshness, (text) =>
      FRESHNESS_MONTHS.find((months) => String(months) === text),
    ),
    reference: take('reference', TODAY, (text) => (text === EDITION ? EDITION : readDay(text))),
    within: take('within', fallback.within, readTerritory),
    near: take('near', fallback.near, readNear),
    page: take('page', fallback.page, (text) => readInteger(text, 1, 100_000)),
    selected: take('selected', fallback.selected, readId),
    map: takeSwitch('map', fallback.map),
  };
  return { view, ignored };
}

/** Parameters that the directory does not know, those that trackers add to links left out. */
export function unknownPlaceParameters(parameters: URLSearchParams): IgnoredPlaceParameter[] {
  const names = new Set<string>(Object.values(PLACES_PARAMETERS));
  return [...new Set(parameters.keys())]
    .filter((name) => !names.has(name) && !/^(utm_|fbclid$|gclid$|mtm_|pk_)/.test(name))
    .map((value) => ({ parameter: 'unknown', value }));
}
