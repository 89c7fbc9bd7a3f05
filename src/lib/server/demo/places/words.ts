import type { Prng } from '../random/prng.ts';

const WAYS = ['rue', 'rue', 'rue', 'avenue', 'place', 'chemin', 'quai', 'impasse', 'boulevard'] as const;

const WAY_NAMES = [
  'des Goélands',
  'de la Vieille-Halle',
  'du Lavoir',
  'des Tisserandes',
  'du Four à Pain',
  "de l'Écluse",
  'des Embruns',
  'du Phare',
  'des Trois-Fontaines',
  'de la Corderie',
  'des Genêts',
  'du Puits',
  'des Cabotiers',
  'de la Marée',
  'du Pré-Commun',
  'des Charpentiers',
  'de la Laiterie',
  'du Moulin-Haut',
  'des Lilas',
  'de la Petite-Gare',
] as const;

/** A made-up address: number, way, name. */
export const address = (random: Prng): string =>
  `${random.integer(1, 89)}${random.chance(0.06) ? ' bis' : ''} ${random.pick(WAYS)} ${random.pick(WAY_NAMES)}`;

/** A number of the range the French regulator keeps for fiction: 01 99 00 xx xx. */
export function phone(random: Prng): string {
  const digits = String(random.integer(0, 9999)).padStart(4, '0');
  return `01 99 00 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

/** A name as part of a web address, in ASCII. */
export const webWord = (name: string): string =>
  name
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'Oe')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** An identifier of so many hexadecimal digits. */
export const hexadecimal = (random: Prng, digits: number): string =>
  Array.from({ length: digits }, () => random.integer(0, 15).toString(16)).join('');
