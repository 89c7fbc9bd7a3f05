import { normaliseName } from '../../territory/search-text.ts';
import type { PlaceRecord } from '../gather.ts';
import { nameWords } from './name-words.ts';
import { readStreet, type Street } from './street.ts';
import { namesPayer, tradesOf, type Trade } from './trade.ts';

/** A record as records are compared: what it says, without how it is written. */
export interface Portrait {
  key: string;
  /** The part of the key before its first « / ». */
  source: string;
  id: string;
  /** The name in one writing, its words in order. */
  name: string;
  /** Words of the name; those of its town say nothing within the town. */
  words: string[];
  trades: Trade[];
  /** Its name is that of a commune, an intercommunal body or a département. */
  payer: boolean;
  /** It comes to people: its address is where it starts from. */
  mobile: boolean;
  /** INSEE code, else postcode; `null` when neither is known. */
  area: string | null;
  street: Street | null;
  /** SIRET or RNA. */
  pivot: string | null;
  /** Its last nine digits, so that « +33 4… » and « 04… » are one. */
  phone: string | null;
  host: string | null;
  /** NaN unless the position was given: a commune’s centre is near nothing. */
  lon: number;
  lat: number;
}

/** The source that a key of record names. */
export const sourceOf = (key: string): string => key.split('/', 1)[0] ?? key;

/** What is compared of a record. */
export function portray({ key, place }: PlaceRecord): Portrait {
  const name = normaliseName(place.name);
  const town = new Set(normaliseName(place.town).split(' '));
  const given = place.position === 'given' && place.lat !== null && place.lon !== null;
  return {
    key,
    source: sourceOf(key),
    id: place.id,
    name,
    words: nameWords(name).filter((word) => !town.has(word)),
    trades: tradesOf(name),
    payer: namesPayer(name),
    mobile: place.itinerant || MOBILE.test(name),
    area: place.commune ?? (place.postcode || null),
    street: readStreet(place.address),
    pivot: place.pivot,
    phone: phoneOf(place.phone),
    host: hostOf(place.website),
    lon: given ? (place.lon as number) : Number.NaN,
    lat: given ? (place.lat as number) : Number.NaN,
  };
}

const MOBILE = /\b(?:bus|itinerante?|mobile|camion)\b/;

const phoneOf = (phone: string | null): string | null => {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 9 ? null : digits.slice(-9);
};

const hostOf = (website: string | null): string | null =>
  /^https?:\/\/(?:www\.)?([^/?#:\s]+)/i.exec(website ?? '')?.[1]?.toLowerCase() ?? null;
