import { splitAddress } from './full-address.ts';
import { isInFrance } from './france-boxes.ts';
import { isoDate } from './date-cells.ts';
import { pairOf } from './coordinates.ts';
import type { IntakeField } from './fields.ts';
import { looksLikeOsm } from './hours-cells.ts';
import { isLambert93 } from './lambert.ts';
import { decimal } from './number-cells.ts';
import { plainPhone } from './reach-cells.ts';
import { isRna, isSiret, plainPivot } from './siret.ts';
import { piecesOf, understand, type WordList } from './word-list.ts';
import { WORD_LISTS } from './word-lists.ts';

/** Codes that exist, asked of whoever knows them: they tell postcodes from INSEE codes. */
export interface KnownCodes {
  isCommuneCode(code: string): boolean;
  isPostcode(code: string): boolean;
}

/** What a column holds: the share of its filled values that suit a field, and their name in a sentence. */
export interface ContentShare {
  field: IntakeField;
  share: number;
  what: string;
}

interface Pattern {
  field: IntakeField;
  what: string;
  suits: (value: string, known: KnownCodes | undefined) => boolean;
}

const suitsList = (list: WordList) => (value: string) => {
  const pieces = piecesOf(value, list);
  return pieces.length > 0 && pieces.every((piece) => understand(piece, list).kind === 'known');
};

const fiveDigits = (value: string): string => value.replace(/\s+|\.0$/g, '').padStart(5, '0');

/** A number of degrees written as such: an integer is more often a rank than a latitude. */
const degrees = (value: string): number =>
  /[.,]\d{2}/.test(value) ? (decimal(value) ?? Number.NaN) : Number.NaN;

/** Latitudes and longitudes of France: the mainland's longitudes hold those of no other territory's latitudes. */
const isLatitude = (value: number): boolean =>
  [2.3, -53, -61, 55.5, 45.1, -56.3, -149, 165].some((lon) => isInFrance(value, lon));
const isLongitude = (value: number): boolean =>
  [46, 4, 16, 14.6, 18, -21, -12.8, 46.9, -17.5].some((lat) => isInFrance(lat, value));
const metres = (value: string): number => decimal(value) ?? Number.NaN;

const PATTERNS: readonly Pattern[] = [
  // Before the codes of INSEE: where nothing tells them apart, tables give postcodes more often.
  {
    field: 'code_postal',
    what: 'codes postaux',
    suits: (value, known) => {
      const code = fiveDigits(value);
      return /^\d{5}$/.test(code) && value.length >= 4 && (!known || known.isPostcode(code));
    },
  },
  {
    field: 'code_insee',
    what: 'codes Insee',
    suits: (value, known) => {
      const code = fiveDigits(value).toUpperCase();
      return known ? known.isCommuneCode(code) : /^(?:\d{5}|2[AB]\d{3})$/.test(code) && value.length >= 4;
    },
  },
  {
    field: 'pivot',
    what: 'numéros SIRET ou RNA',
    suits: (value) => isSiret(plainPivot(value)) || isRna(plainPivot(value)),
  },
  {
    field: 'latitude',
    what: 'latitudes',
    suits: (value) => isLatitude(degrees(value)) || isLambert93(700_000, metres(value)),
  },
  {
    field: 'longitude',
    what: 'longitudes',
    suits: (value) =>
      isLongitude(degrees(value)) || (isLambert93(metres(value), 6_600_000) && value.length >= 6),
  },
  {
    field: 'coordonnees',
    what: 'positions',
    suits: (value) => {
      const pair = pairOf(value);
      return pair !== null && (isInFrance(...pair) || isInFrance(pair[1], pair[0]));
    },
  },
  { field: 'courriels', what: 'courriels', suits: (value) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value) },
  {
    field: 'telephone',
    what: 'numéros de téléphone',
    suits: (value) => value.length >= 9 && plainPhone(value) !== null,
  },
  {
    field: 'site_web',
    what: 'adresses de pages',
    suits: (value) => /^(?:https?:\/\/|www\.)\S+$/i.test(value),
  },
  { field: 'date_maj', what: 'dates', suits: (value) => /\D/.test(value) && isoDate(value) !== null },
  { field: 'horaires', what: 'horaires', suits: looksLikeOsm },
  { field: 'services', what: 'services', suits: suitsList(WORD_LISTS.services) },
  { field: 'frais_a_charge', what: 'tarifs', suits: suitsList(WORD_LISTS.frais_a_charge) },
  { field: 'publics_specifiquement_adresses', what: 'publics', suits: suitsList(WORD_LISTS.publics) },
  {
    field: 'modalites_accompagnement',
    what: 'modalités d’accompagnement',
    suits: suitsList(WORD_LISTS.modalites_accompagnement),
  },
  { field: 'modalites_acces', what: 'modalités d’accès', suits: suitsList(WORD_LISTS.modalites_acces) },
  {
    field: 'dispositif_programmes_nationaux',
    what: 'programmes',
    suits: suitsList(WORD_LISTS.dispositif_programmes_nationaux),
  },
  { field: 'typologie', what: 'types de lieu', suits: suitsList(WORD_LISTS.typologie) },
  { field: 'adresse', what: 'adresses complètes', suits: (value) => splitAddress(value) !== null },
];

/** Fields whose content says whether a column is theirs. */
export const CHECKABLE: ReadonlySet<IntakeField> = new Set(
  PATTERNS.map(({ field }) => field).filter((field) => field !== 'adresse' && field !== 'horaires'),
);

/** What the values of a column look like, the most frequent first; `known` tells the codes apart. */
export function contentShares(values: readonly string[], known?: KnownCodes): ContentShare[] {
  if (values.length === 0) return [];
  return PATTERNS.map(({ field, what, suits }) => ({
    field,
    what,
    share: values.filter((value) => suits(value, known)).length / values.length,
  }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
