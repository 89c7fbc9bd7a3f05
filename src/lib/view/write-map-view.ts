import {
  DEFAULT_VIEW,
  LIST_SEPARATOR,
  METHOD_WORDS,
  PARAMETERS,
  type Camera,
  type MapView,
  type TableSort,
} from './map-view.ts';
import { wordOf } from './service-words.ts';

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
  put(PARAMETERS.places, '1', view.places);
  put(PARAMETERS.kinds, filter.kinds.join(LIST_SEPARATOR), filter.kinds.length > 0);
  put(PARAMETERS.services, filter.services.map(wordOf).join(LIST_SEPARATOR), filter.services.length > 0);
  put(PARAMETERS.free, '1', filter.free);
  put(PARAMETERS.assisted, '1', filter.assisted);
  put(PARAMETERS.territory, view.territory ?? '', view.territory !== null);
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

/** The address of a view: `/carte`, or `/carte?…`. */
export function mapAddress(view: MapView): string {
  const query = writeMapView(view);
  return query === '' ? '/carte' : `/carte?${query}`;
}
