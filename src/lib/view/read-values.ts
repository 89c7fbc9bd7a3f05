import { MAX_CLASSES, MIN_CLASSES, type ClassMethod } from '../domain/classify/method.ts';
import { readSlug } from '../domain/territory/slug.ts';
import { METHOD_WORDS, SORT_KEYS, ZOOMS, type Camera, type SortKey, type TableSort } from './map-view.ts';
import { LIST_SEPARATOR } from './separator.ts';

/* How the text of one parameter is read; `undefined` when it is not understood. */

/** A slug, in upper case, of whatever has the form of one. */
export const readTerritory = (text: string): string | undefined =>
  readSlug(text) ? text.trim().toUpperCase() : undefined;

/** A whole number between two bounds. */
export function readInteger(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

const readNumber = (text: string): number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN);

/** A method by its word; own limits are implied by `s`. */
export function readMethod(text: string): ClassMethod | undefined {
  const entry = Object.entries(METHOD_WORDS).find(([, word]) => word === text);
  return entry?.[0] as ClassMethod | undefined;
}

/** Two to eight limits, each above the one before. */
export function readBreaks(text: string): readonly number[] | undefined {
  const breaks = text.split(LIST_SEPARATOR).map(readNumber);
  const ascending = breaks.every((limit, i) => i === 0 || limit > (breaks[i - 1] as number));
  const finite = breaks.every((limit) => Number.isFinite(limit) && Math.abs(limit) < 1e12);
  return finite && ascending && breaks.length >= MIN_CLASSES - 1 && breaks.length < MAX_CLASSES
    ? breaks
    : undefined;
}

/** `longitude_latitude_zoom`. */
export function readCamera(text: string): Camera | undefined {
  const [lon, lat, zoom, ...more] = text.split(LIST_SEPARATOR).map(readNumber);
  if (lon === undefined || lat === undefined || zoom === undefined || more.length > 0) return undefined;
  const inside = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= ZOOMS.min && zoom <= ZOOMS.max;
  return inside ? { lon, lat, zoom } : undefined;
}

/** A key, after `-` when it descends. */
export function readSort(text: string): TableSort | undefined {
  const descending = text.startsWith('-');
  const key = SORT_KEYS.find((known): known is SortKey => known === (descending ? text.slice(1) : text));
  return key && { key, descending };
}
