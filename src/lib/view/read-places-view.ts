import { ParameterReading, unknownParameters, type Ignored } from './parameter-reading.ts';
import { MOMENT_WORDS, momentOfWord, readCriteria } from './place-criteria.ts';
import { DEFAULT_PLACES_VIEW, PLACES_PARAMETERS, type Near, type PlacesView } from './places-view.ts';
import { readReferenceDay, TODAY } from './reference-day.ts';
import { readInteger, readTerritory } from './read-values.ts';
import { LIST_SEPARATOR } from './separator.ts';

type Parameter = keyof typeof PLACES_PARAMETERS;

/** A parameter, or an item of its list, that was not followed. */
export type IgnoredPlaceParameter = Ignored<Parameter | 'unknown'>;

export interface PlacesViewReading {
  view: PlacesView;
  ignored: IgnoredPlaceParameter[];
}

const MAX_QUERY = 80;
const MAX_ID = 200;
/** Past this, « near » says nothing that a territory does not say better. */
export const MAX_NEAR_KM = 200;

function readNear(text: string): Near | undefined {
  const numbers = text.split(LIST_SEPARATOR).map((one) => (/^-?\d+(\.\d+)?$/.test(one) ? Number(one) : NaN));
  const [lon = NaN, lat = NaN, km = NaN] = numbers;
  const inside = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && km > 0 && km <= MAX_NEAR_KM;
  return numbers.length === 3 && inside ? { lon, lat, km } : undefined;
}

/** An id of any source, without what no address needs. */
const readId = (text: string): string | undefined =>
  text.length <= MAX_ID && !/\p{Cc}/u.test(text) ? text : undefined;

/**
 * Reads the directory that an address asks for. Never throws: what is not understood falls back to the
 * default and is listed.
 */
export function readPlacesView(parameters: Pick<URLSearchParams, 'getAll'>): PlacesViewReading {
  const reading = new ParameterReading<Parameter>(parameters, PLACES_PARAMETERS);
  const fallback = DEFAULT_PLACES_VIEW;
  const view: PlacesView = {
    query: reading.take('query', '', (text) => text.trim().slice(0, MAX_QUERY).trim()),
    ...readCriteria(reading),
    moment: reading.take('moment', fallback.moment, (text) =>
      text === MOMENT_WORDS.now ? 'now' : momentOfWord(text),
    ),
    reference: reading.take('reference', TODAY, readReferenceDay),
    within: reading.take('within', fallback.within, readTerritory),
    near: reading.take('near', fallback.near, readNear),
    page: reading.take('page', fallback.page, (text) => readInteger(text, 1, 100_000)),
    selected: reading.take('selected', fallback.selected, readId),
    map: reading.takeSwitch('map', fallback.map),
  };
  return { view, ignored: reading.ignored };
}

/** Parameters that the directory does not know. */
export const unknownPlaceParameters = (parameters: URLSearchParams): IgnoredPlaceParameter[] =>
  unknownParameters(parameters, Object.values(PLACES_PARAMETERS)).map((value) => ({
    parameter: 'unknown',
    value,
  }));
