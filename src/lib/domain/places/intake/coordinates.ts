import { isInFrance } from './france-boxes.ts';
import { fromLambert93, isLambert93 } from './lambert.ts';
import { decimal } from './number-cells.ts';
import type { RowReading } from './row-reading.ts';

/** A point in degrees WGS 84. */
export interface Point {
  lat: number;
  lon: number;
}

/** A millionth of a degree is a tenth of a metre: no address is known better. */
const DECIMALS = 6;

const round = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

/** The two numbers of « 45.18, 5.72 », « 45,18 ; 5,72 » or « 45,18 5,72 »; `null` for anything else. */
export function pairOf(text: string): [number, number] | null {
  const plain = text.replace(/[()[\]]/g, ' ').trim();
  const parts = plain.includes('.') ? plain.split(/[\s,;|]+/) : plain.split(/\s*[;|]\s*|,?\s+/);
  const [first, second] = parts.map(decimal);
  if (parts.length !== 2 || first == null || second == null) return null;
  return [first, second];
}

/** The two numbers of a row, and which cells they came from. */
function writtenPair(reading: RowReading): { pair: [number, number]; single: boolean } | null {
  const [lat, lon] = [reading.text('latitude'), reading.text('longitude')];
  const both = reading.text('coordonnees');
  if (lat === '' && lon === '') {
    if (both === '') return null;
    const pair = pairOf(both);
    if (!pair) reading.warn('coordonnees', '« latitude, longitude » était attendu, comme « 45.18, 5.72 »');
    return pair && { pair, single: true };
  }
  const numbers: number[] = [];
  for (const [field, text] of [
    ['latitude', lat],
    ['longitude', lon],
  ] as const) {
    const number = decimal(text);
    if (number === null) {
      reading.warn(
        field,
        text === ''
          ? 'elle manque, la position est laissée de côté'
          : 'un nombre était attendu, la position est laissée de côté',
      );
      return null;
    }
    if (text.includes(','))
      reading.repair(field, text.replace(/\s+/g, '').replace(',', '.'), 'la virgule devient un point');
    numbers.push(number);
  }
  const [first, second] = numbers;
  return first === undefined || second === undefined ? null : { pair: [first, second], single: false };
}

/** What two numbers mean, and the sentence that says it when they are not latitude then longitude. */
function interpret([lat, lon]: [number, number]): { point: Point; repaired: string | null } | string {
  if (lat === 0 && lon === 0) return 'zéro n’est pas une position en France, elle est laissée de côté';
  if (isInFrance(lat, lon)) return { point: { lat, lon }, repaired: null };
  if (isInFrance(lon, lat)) {
    return {
      point: { lat: lon, lon: lat },
      repaired: 'latitude et longitude étaient inversées, elles sont remises en place',
    };
  }
  const metres = isLambert93(lon, lat)
    ? fromLambert93(lon, lat)
    : isLambert93(lat, lon)
      ? fromLambert93(lat, lon)
      : null;
  if (metres) {
    const point = { lat: round(metres.lat), lon: round(metres.lon) };
    const repaired = `les mètres Lambert 93 sont convertis en degrés, ${point.lat}, ${point.lon}`;
    if (isInFrance(point.lat, point.lon)) return { point, repaired };
  }
  return Math.abs(lat) > 180 || Math.abs(lon) > 180
    ? 'ni des degrés ni des mètres Lambert 93, la position est laissée de côté'
    : 'hors de France, la position est laissée de côté';
}

/**
 * The position that a row gives, in degrees WGS 84: decimal commas, swapped columns and Lambert 93
 * metres are repaired; zeros, halves and points out of France are told and left out.
 */
export function readPoint(reading: RowReading): Point | null {
  const written = writtenPair(reading);
  if (!written) return null;
  const found = interpret(written.pair);
  const field = written.single ? 'coordonnees' : 'latitude';
  if (typeof found === 'string') {
    reading.warn(field, found);
    return null;
  }
  const { point, repaired } = found;
  if (repaired !== null && written.single) reading.repair(field, `${point.lat}, ${point.lon}`, repaired);
  if (repaired !== null && !written.single) {
    reading.repair('latitude', String(point.lat), repaired);
    reading.repair('longitude', String(point.lon), repaired);
  }
  return point;
}
