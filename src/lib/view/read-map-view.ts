import { findIndicator } from '../domain/indicators/catalogue.ts';
import { MAX_CLASSES, MIN_CLASSES, type ClassMethod } from '../domain/classify/method.ts';
import { NO_FILTER, type PlaceFilter } from '../domain/places/filter.ts';
import { PLACE_KINDS, type PlaceKind } from '../domain/places/place.ts';
import { isMapLevel } from '../domain/territory/level.ts';
import { isZoneKind } from '../domain/zones/zone.ts';
import { DEFAULT_INDEX, readIndex, type IndexProblem } from './index-view.ts';
import {
  DEFAULT_TABLE,
  DEFAULT_VIEW,
  DISTANCE_MEASURE,
  MAX_LEAST,
  MAX_TOP,
  PARAMETERS,
  type Camera,
  type MapView,
  type TableSort,
} from './map-view.ts';
import { LIST_SEPARATOR } from './separator.ts';
import type { Moment } from '../domain/places/opening-week.ts';
import { ParameterReading } from './parameter-reading.ts';
import { FINER_PARAMETERS, momentOfWord, readFiner, type FinerParameter } from './place-criteria.ts';
import { readPerimeterView } from './perimeter-view.ts';
import { readReferenceDay, TODAY } from './reference-day.ts';
import { readBreaks, readCamera, readInteger, readMethod, readSort, readTerritory } from './read-values.ts';
import { serviceOfWord } from './service-words.ts';

/** Why a parameter was not followed. */
export type IgnoredReason =
  | 'unknown-parameter'
  | 'unknown-indicator'
  | 'unknown-level'
  | 'unknown-method'
  | 'bad-classes'
  | 'bad-breaks'
  | 'bad-camera'
  | 'bad-territory'
  | 'bad-switch'
  | 'unknown-kind'
  | 'unknown-service'
  | 'unknown-criterion'
  | 'unknown-zone'
  | 'unknown-sort'
  | 'bad-page'
  | 'bad-top'
  | 'unknown-second'
  | 'bad-parent'
  | 'bad-least'
  | 'bad-perimeter'
  | IndexProblem;

/** A parameter that fell back to its default, as it stood in the address. */
export interface Ignored {
  parameter: string;
  value: string;
  reason: IgnoredReason;
}

export interface MapViewReading {
  view: MapView;
  ignored: Ignored[];
}

/** Longest search text kept. */
const MAX_QUERY = 80;

/**
 * Reads the view an address asks for. Never throws: what is not understood falls back to the default
 * and is listed. `asked` is what the page is about, whatever the address says. Reads parameters one by one, so that a loader depends on those of the view only.
 */
export function readMapView(
  parameters: Pick<URLSearchParams, 'get'>,
  asked: 'index' | null = null,
): MapViewReading {
  const ignored: Ignored[] = [];
  /** The parameter read by `read`, or `fallback` when it is missing or `read` gives `undefined`. */
  const take = <T>(
    parameter: string,
    fallback: T,
    reason: IgnoredReason,
    read: (text: string) => T | undefined,
  ): T => {
    const text = parameters.get(parameter);
    if (text === null) return fallback;
    const value = read(text);
    if (value !== undefined) return value;
    ignored.push({ parameter, value: text, reason });
    return fallback;
  };
  const takeSwitch = (parameter: string, fallback: boolean): boolean =>
    take(parameter, fallback, 'bad-switch', (text) =>
      text === '1' ? true : text === '0' ? false : undefined,
    );
  /** The items that `read` knows; the others are listed one by one. */
  const takeList = <T>(
    parameter: string,
    reason: IgnoredReason,
    read: (item: string) => T | undefined,
  ): T[] => {
    const items = new Set<T>();
    for (const item of (parameters.get(parameter) ?? '').split(LIST_SEPARATOR).filter(Boolean)) {
      const value = read(item);
      if (value === undefined) ignored.push({ parameter, value: item, reason });
      else items.add(value);
    }
    return [...items];
  };

  const indicator = take(PARAMETERS.indicator, DEFAULT_VIEW.indicator, 'unknown-indicator', (text) =>
    findIndicator(text) ? text : undefined,
  );
  const level = take(PARAMETERS.level, DEFAULT_VIEW.level, 'unknown-level', (text) =>
    text === 'auto' || isMapLevel(text) ? text : undefined,
  );
  const breaks = take<readonly number[]>(PARAMETERS.breaks, [], 'bad-breaks', readBreaks);
  const method = take<ClassMethod>(PARAMETERS.method, DEFAULT_VIEW.method, 'unknown-method', readMethod);
  const classes = take(PARAMETERS.classes, DEFAULT_VIEW.classes, 'bad-classes', (text) =>
    readInteger(text, MIN_CLASSES, MAX_CLASSES),
  );
  const filter: PlaceFilter = {
    kinds: takeList<PlaceKind>(PARAMETERS.kinds, 'unknown-kind', (item) =>
      PLACE_KINDS.find((kind) => kind === item),
    ),
    services: takeList(PARAMETERS.services, 'unknown-service', serviceOfWord),
    free: takeSwitch(PARAMETERS.free, NO_FILTER.free),
    assisted: takeSwitch(PARAMETERS.assisted, NO_FILTER.assisted),
  };
  const criteria = new ParameterReading<FinerParameter | 'reference'>(
    {
      getAll: (name) => {
        const text = parameters.get(name);
        return text === null ? [] : [text];
      },
    },
    FINER_PARAMETERS,
  );
  const finer: MapView['finer'] = {
    ...readFiner(criteria),
    moment: criteria.take<Moment | null>('moment', null, momentOfWord),
    reference: criteria.take('reference', TODAY, readReferenceDay),
  };
  for (const { parameter, value } of criteria.ignored)
    ignored.push({ parameter: FINER_PARAMETERS[parameter], value, reason: 'unknown-criterion' });
  const second = take<string | null>(PARAMETERS.second, null, 'unknown-second', (text) =>
    text === '' ? null : text === DISTANCE_MEASURE || findIndicator(text) ? text : undefined,
  );
  const distance = takeSwitch(PARAMETERS.distance, false);
  const indexed = !distance && (asked === 'index' || parameters.get(PARAMETERS.index) !== null);
  const { index, problems } = indexed
    ? readIndex((name) => parameters.get(name))
    : { index: DEFAULT_INDEX, problems: [] };
  ignored.push(...problems);
  const perimeter = readPerimeterView(parameters);
  for (const value of perimeter.malformed)
    ignored.push({ parameter: PARAMETERS.perimeter, value, reason: 'bad-perimeter' });
  const view: MapView = {
    indicator,
    level,
    method: breaks.length > 0 ? 'manual' : method,
    classes: breaks.length > 0 ? breaks.length + 1 : classes,
    breaks,
    camera: take<Camera | null>(PARAMETERS.camera, null, 'bad-camera', readCamera),
    territory: take<string | null>(PARAMETERS.territory, null, 'bad-territory', readTerritory),
    layer: distance ? 'distance' : indexed ? 'index' : 'indicator',
    index,
    second,
    cloud: second !== null && takeSwitch(PARAMETERS.cloud, DEFAULT_VIEW.cloud),
    confidence: indexed && takeSwitch(PARAMETERS.confidence, DEFAULT_VIEW.confidence),
    top: take(PARAMETERS.top, DEFAULT_VIEW.top, 'bad-top', (text) => readInteger(text, 1, MAX_TOP)),
    within: take<string | null>(PARAMETERS.within, null, 'bad-parent', readTerritory),
    least: take(PARAMETERS.least, DEFAULT_VIEW.least, 'bad-least', (text) => readInteger(text, 0, MAX_LEAST)),
    perimeter: perimeter.view,
    estimates: takeSwitch(PARAMETERS.estimates, DEFAULT_VIEW.estimates),
    places: takeSwitch(PARAMETERS.places, DEFAULT_VIEW.places),
    filter,
    finer,
    zones: takeList(PARAMETERS.zones, 'unknown-zone', (item) => (isZoneKind(item) ? item : undefined)),
    basemap: takeSwitch(PARAMETERS.basemap, DEFAULT_VIEW.basemap),
    table: {
      open: takeSwitch(PARAMETERS.table, DEFAULT_TABLE.open),
      sort: take<TableSort | null>(PARAMETERS.sort, null, 'unknown-sort', readSort),
      page: take(PARAMETERS.page, DEFAULT_TABLE.page, 'bad-page', (text) => readInteger(text, 1, 100_000)),
      query: (parameters.get(PARAMETERS.query) ?? '').trim().slice(0, MAX_QUERY),
    },
  };
  return { view, ignored };
}

/** Parameters that no view knows, those that trackers add to links left out. */
export function unknownParameters(parameters: URLSearchParams): Ignored[] {
  const names = new Set<string>([...Object.values(PARAMETERS), ...Object.values(FINER_PARAMETERS)]);
  return [...parameters]
    .filter(([parameter]) => !names.has(parameter) && !/^(utm_|fbclid$|gclid$|mtm_|pk_)/.test(parameter))
    .map(([parameter, value]) => ({ parameter, value, reason: 'unknown-parameter' }));
}
