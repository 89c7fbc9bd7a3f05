import { writeIndex } from './index-view.ts';
import {
  DEFAULT_VIEW,
  METHOD_WORDS,
  PARAMETERS,
  type Camera,
  type MapView,
  type TableSort,
} from './map-view.ts';
import { FINER_PARAMETERS, writeFiner } from './place-criteria.ts';
import { writePerimeterTokens } from './perimeter-view.ts';
import { TODAY } from './reference-day.ts';
import { LIST_SEPARATOR } from './separator.ts';
import { wordOf } from '../domain/places/word-of.ts';

/** The parameters of a view, without the leading `?`; empty for the default view. Defaults never appear. */
export function writeMapView(view: MapView): string {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string, when: boolean): void => {
    if (when) parameters.set(name, value);
  };
  const { filter, table } = view;
  put(PARAMETERS.indicator, view.indicator, view.indicator !== DEFAULT_VIEW.indicator);
  put(PARAMETERS.level, view.level, view.level !== DEFAULT_VIEW.level);
  if (view.method === 'manual') {
    put(PARAMETERS.breaks, view.breaks.map(String).join(LIST_SEPARATOR), view.breaks.length > 0);
  } else {
    put(PARAMETERS.method, METHOD_WORDS[view.method], view.method !== DEFAULT_VIEW.method);
    put(PARAMETERS.classes, String(view.classes), view.classes !== DEFAULT_VIEW.classes);
  }
  put(PARAMETERS.distance, '1', view.layer === 'distance');
  if (view.layer === 'index')
    for (const [name, value] of Object.entries(writeIndex(view.index))) put(name, value, true);
  put(PARAMETERS.second, view.second ?? '', view.second !== null);
  put(PARAMETERS.cloud, '1', view.cloud && view.second !== null);
  put(PARAMETERS.confidence, '1', view.confidence);
  put(PARAMETERS.top, String(view.top), view.top !== DEFAULT_VIEW.top);
  put(PARAMETERS.within, view.within ?? '', view.within !== null);
  put(PARAMETERS.least, String(view.least), view.least !== DEFAULT_VIEW.least);
  put(PARAMETERS.perimeter, writePerimeterTokens(view.perimeter.tokens), view.perimeter.tokens.length > 0);
  put(PARAMETERS.perimeterName, view.perimeter.name, view.perimeter.name !== '');
  put(PARAMETERS.estimates, '0', !view.estimates);
  put(PARAMETERS.places, '1', view.places);
  put(PARAMETERS.kinds, filter.kinds.join(LIST_SEPARATOR), filter.kinds.length > 0);
  put(PARAMETERS.services, filter.services.map(wordOf).join(LIST_SEPARATOR), filter.services.length > 0);
  put(PARAMETERS.free, '1', filter.free);
  put(PARAMETERS.assisted, '1', filter.assisted);
  writeFiner(view.finer, (name, value) => put(FINER_PARAMETERS[name], value, value !== ''));
  put(FINER_PARAMETERS.reference, view.finer.reference, view.finer.reference !== TODAY);
  put(PARAMETERS.territory, view.territory ?? '', view.territory !== null);
  put(PARAMETERS.zones, view.zones.join(LIST_SEPARATOR), view.zones.length > 0);
  put(PARAMETERS.basemap, '0', !view.basemap);
  put(PARAMETERS.table, '1', table.open);
  if (table.sort) put(PARAMETERS.sort, writeSort(table.sort), true);
  put(PARAMETERS.page, String(table.page), table.page !== DEFAULT_VIEW.table.page);
  put(PARAMETERS.query, table.query, table.query !== '');
  if (view.camera) put(PARAMETERS.camera, writeCamera(view.camera), true);
  return parameters.toString();
}

const writeSort = ({ key, descending }: TableSort): string => (descending ? `-${key}` : key);

/** Four decimals are ten metres, enough to find the same view again. */
const writeCamera = ({ lon, lat, zoom }: Camera): string =>
  [lon.toFixed(4), lat.toFixed(4), zoom.toFixed(2)].join(LIST_SEPARATOR);

const at = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`);

/** The address of a view: `/carte`, or `/carte?…`. */
export const mapAddress = (view: MapView): string => at('/carte', writeMapView(view));

/** The address of the ranking of a view's index: `/indices`, or `/indices?…`. */
export function rankingAddress(view: MapView, path = '/indices'): string {
  const { places, filter, finer, zones, basemap } = DEFAULT_VIEW;
  const ranked: MapView = {
    ...view,
    layer: 'index',
    indicator: DEFAULT_VIEW.indicator,
    second: null,
    cloud: false,
    confidence: false,
    camera: null,
    places,
    filter,
    finer,
    zones,
    basemap,
    table: { ...view.table, open: false },
  };
  const query = new URLSearchParams(writeMapView(ranked));
  if (query.get(PARAMETERS.index) === DEFAULT_VIEW.index.preset) query.delete(PARAMETERS.index);
  return at(path, query.toString());
}
