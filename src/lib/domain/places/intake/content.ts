import { splitAddress } from './full-address.ts';
import { isInFrance, isLatitudeOfFrance, isLongitudeOfFrance } from './france-boxes.ts';
import { isoDate } from './date-cells.ts';
import { pairOf } from './coordinates.ts';
import type { IntakeField } from './fields.ts';
import { looksLikeOsm } from './hours-cells.ts';
import { isLambert93 } from './lambert.ts';
import { decimal } from './number-cells.ts';
import { plainPhone } from './reach-cells.ts';
import { isRna, isSiret, plainPivot } from './siret.ts';
import { knownWords, piecesOf, type WordList } from './word-list.ts';
import { WORD_LISTS } from './word-lists.ts';

/** Codes that exist, asked of whoever knows them: they tell postcodes from INSEE codes. */
export interface KnownCodes {
  isCommuneCode(code: string): boolean;
  isPostcode(code: string): boolean;
}

/** What a column holds: the share of its filled values that suit a field, and their name after a percentage. */
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
  return pieces.length > 0 && pieces.every((piece) => knownWords(piece, list) !== null);
};

const fiveDigits = (value: string): string => value.replace(/\s+|\.0$/g, '').padStart(5, '0');

/** A number of degrees written as such: an integer is more often a rank than a latitude. */
const degrees = (value: string): number =>
  /[.,]\d{2}/.test(value) ? (decimal(value) ?? Number.NaN) : Number.NaN;

const metres = (value: string): number => decimal(value) ?? Number.NaN;

const PATTERNS: readonly Pattern[] = [
  // Before the codes of INSEE: where nothing tells them apart, tables give postcodes more often.
  {
    field: 'code_postal',
    what: 'de codes postaux',
    suits: (value, known) => {
      const code = fiveDigits(value);
      return /^\d{5}$/.test(code) && value.length >= 4 && (!known || known.isPostcode(code));
    },
  },
  {
    field: 'code_insee',
    what: 'de codes Insee',
    suits: (value, known) => {
      const code = fiveDigits(value).toUpperCase();
      return known ? known.isCommuneCode(code) : /^(?:\d{5}|2[AB]\d{3})$/.test(code) && value.length >= 4;
    },
  },
  {
    field: 'pivot',
    what: 'de numéros SIRET ou RNA',
    suits: (value) => isSiret(plainPivot(value)) || isRna(plainPivot(value)),
  },
  {
    field: 'latitude',
    what: 'de latitudes',
    suits: (value) => isLatitudeOfFrance(degrees(value)) || isLambert93(700_000, metres(value)),
  },
  {
    field: 'longitude',
    what: 'de longitudes',
    suits: (value) =>
      isLongitudeOfFrance(degrees(value)) || (isLambert93(metres(value), 6_600_000) && value.length >= 6),
  },
  {
    field: 'coordonnees',
    what: 'de positions',
    suits: (value) => {
      const pair = pairOf(value);
      return pair !== null && (isInFrance(...pair) || isInFrance(pair[1], pair[0]));
    },
  },
  { field: 'courriels', what: 'de courriels', suits: (value) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value) },
  {
    field: 'telephone',
    what: 'de numéros de téléphone',
    suits: (value) => value.length >= 9 && plainPhone(value) !== null,
  },
  {
    field: 'site_web',
    what: 'd’adresses de pages',
    suits: (value) => /^(?:https?:\/\/|www\.)\S+$/i.test(value),
  },
  { field: 'date_maj', what: 'de dates', suits: (value) => /\D/.test(value) && isoDate(value) !== null },
  { field: 'horaires', what: 'd’horaires', suits: looksLikeOsm },
  { field: 'services', what: 'de services', suits: suitsList(WORD_LISTS.services) },
  { field: 'frais_a_charge', what: 'de tarifs', suits: suitsList(WORD_LISTS.frais_a_charge) },
  { field: 'publics_specifiquement_adresses', what: 'de publics', suits: suitsList(WORD_LISTS.publics) },
  {
    field: 'modalites_accompagnement',
    what: 'de modalités d’accompagnement',
    suits: suitsList(WORD_LISTS.modalites_accompagnement),
  },
  { field: 'modalites_acces', what: 'de modalités d’accès', suits: suitsList(WORD_LISTS.modalites_acces) },
  {
    field: 'dispositif_programmes_nationaux',
    what: 'de programmes',
    suits: suitsList(WORD_LISTS.dispositif_programmes_nationaux),
  },
  { field: 'typologie', what: 'de types de lieu', suits: suitsList(WORD_LISTS.typologie) },
  { field: 'adresse', what: 'd’adresses complètes', suits: (value) => splitAddress(value) !== null },
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
