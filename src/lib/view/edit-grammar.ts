import {
  HELPERS,
  HOURS,
  pointAt,
  pointKey,
  type AddedSite,
  type PlaceEdit,
  type Spot,
} from '../domain/siting/hand/edits.ts';
import { MOMENTS, type Moment } from '../domain/places/opening-week.ts';
import { LIST_SEPARATOR } from './separator.ts';
import { MOMENT_WORDS, momentOfWord } from './place-criteria.ts';

/*
 * Version 1 of the text of an edit: options separated by `_`, then `*`, then what it is about. An id comes last
 * and holds anything; options never hold a `*`.
 */

/** The version that is written; a later one may say more than is understood here. */
export const GRAMMAR_VERSION = 1;

/** Between the options and what they are about. */
const ABOUT = '*';
const PREMISES = 'lieu-';
const CLOSED = 'x';
const MOVED = 'v';

/** Why a part of an edit was not followed. */
export type EditFault = 'hours' | 'helpers' | 'spot' | 'option' | 'nothing';

/** An edit as far as it is understood; `null` when what it is about is not. */
export interface EditReading<Edit> {
  edit: Edit | null;
  faults: EditFault[];
}

const CODE = /^(\d{5}|2[AB]\d{3})$/;
const POINT = /^(-?\d{1,3}(?:\.\d{1,15})?)_(-?\d{1,2}(?:\.\d{1,15})?)$/;
const AMOUNT = /^\d{1,4}(?:\.\d{1,4})?$/;

/** A number between two bounds, to a tenth. */
export function readAmount(
  text: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const value = AMOUNT.test(text) ? Math.round(10 * Number(text)) / 10 : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** Where an address puts something: a commune, or a point on the globe. */
export function readStand(text: string): Exclude<Spot, { kind: 'place' }> | undefined {
  if (CODE.test(text)) return { kind: 'commune', code: text };
  const [, lon = '', lat = ''] = POINT.exec(text) ?? [];
  if (lon === '' || Math.abs(Number(lon)) > 180 || Math.abs(Number(lat)) > 90) return undefined;
  return pointAt(Number(lon), Number(lat));
}

const readSpot = (text: string): Spot | undefined =>
  text.startsWith(PREMISES) && text.length > PREMISES.length
    ? { kind: 'place', id: text.slice(PREMISES.length) }
    : readStand(text);

export const writeSpot = (spot: Spot): string => {
  switch (spot.kind) {
    case 'commune':
      return spot.code;
    case 'place':
      return `${PREMISES}${spot.id}`;
    case 'point':
      return pointKey(spot);
  }
};

/** Options of an edit: `x`, `h18`, `a1.5`, `v38185`, `v5.72450_45.18850`, `samedi`. */
interface Options {
  closed: boolean;
  moved: PlaceEdit['moved'];
  hours: number | null;
  helpers: number | null;
  moments: Moment[];
}

function readOptions(text: string): { options: Options; faults: EditFault[] } {
  const options: Options = { closed: false, moved: null, hours: null, helpers: null, moments: [] };
  const faults: EditFault[] = [];
  // A point is written with the separator of options: its two halves are one.
  const parts = text
    .replace(/(v-?[\d.]+)_(-?[\d.]+)(?=_|$)/, '$1~$2')
    .split(LIST_SEPARATOR)
    .filter(Boolean);
  for (const part of parts) {
    const moment = momentOfWord(part);
    const rest = part.slice(1);
    if (part === CLOSED) options.closed = true;
    else if (moment)
      options.moments = MOMENTS.filter((one) => one === moment || options.moments.includes(one));
    else if (part.startsWith('h')) {
      const hours = readAmount(rest, HOURS);
      if (hours === undefined) faults.push('hours');
      else options.hours = hours;
    } else if (part.startsWith('a')) {
      const helpers = readAmount(rest, HELPERS);
      if (helpers === undefined) faults.push('helpers');
      else options.helpers = helpers;
    } else if (part.startsWith(MOVED)) {
      const stand = readStand(rest.replace('~', LIST_SEPARATOR));
      if (stand === undefined) faults.push('spot');
      else options.moved = stand;
    } else faults.push('option');
  }
  return { options, faults };
}

const writeStaffing = ({ hours, helpers }: Pick<Options, 'hours' | 'helpers'>): string[] => [
  ...(hours === null ? [] : [`h${hours}`]),
  ...(helpers === null ? [] : [`a${helpers}`]),
];

/** An added site: `38185`, `5.72450_45.18850`, `h20_a2*38185`, `h20*lieu-ID`. */
export function readSite(text: string): EditReading<AddedSite> {
  // Options begin with their letter, and no place to stand with these: the rest may hold a `*` of its own.
  const [, before = '', about = text] = /^([ha][\d.]*(?:_[^*_]*)*)\*(.*)$/s.exec(text) ?? [];
  const { options, faults } = readOptions(before);
  if (options.closed || options.moved || options.moments.length > 0) faults.push('option');
  const where = readSpot(about);
  if (!where) return { edit: null, faults: ['spot', ...faults] };
  return { edit: { where, hours: options.hours, helpers: options.helpers }, faults };
}

export function writeSite(site: AddedSite): string {
  const options = writeStaffing(site).join(LIST_SEPARATOR);
  return options === '' ? writeSpot(site.where) : `${options}${ABOUT}${writeSpot(site.where)}`;
}

/** What is changed of a place: `x*ID`, `h35_a2_samedi*ID`, `v5.72450_45.18850*ID`. */
export function readPlaceEdit(text: string): EditReading<PlaceEdit> {
  const at = text.indexOf(ABOUT);
  const id = at < 0 ? '' : text.slice(at + 1);
  if (id === '') return { edit: null, faults: ['nothing'] };
  const { options, faults } = readOptions(text.slice(0, at));
  return { edit: { id, ...options }, faults };
}

export const writePlaceEdit = ({ id, closed, moved, moments, ...staffing }: PlaceEdit): string =>
  [
    ...(closed ? [CLOSED] : []),
    ...writeStaffing(staffing),
    ...moments.map((moment) => MOMENT_WORDS[moment]),
    ...(moved ? [`${MOVED}${writeSpot(moved)}`] : []),
  ].join(LIST_SEPARATOR) +
  ABOUT +
  id;
