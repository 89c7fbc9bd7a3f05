import {
  fromSchemaLieuDeMediationNumerique,
  isRna,
  isSiret,
  isValidAddress,
  isValidLocalisation,
  isValidTelephone,
  isValidUrl,
  ModelError,
  type SchemaLieuMediationNumerique,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import { officialRow } from './official-row.ts';
import { textOf, wordsOf, type LooseRow, type SchemaField } from './row.ts';
import { SCHEMA_WORDS, WORDED_FIELDS, type WordedField } from './words.ts';

/** Why a row cannot be read or written: the field, and a French sentence that says what it should hold. */
export interface FieldRefusal {
  field: string;
  reason: string;
}

interface Check {
  field: SchemaField;
  required: boolean;
  /** What the field should hold, in French. */
  expected: string;
  accepts: (text: string) => boolean;
}

/** The official pattern of addresses backtracks: time grows with the cube of the length, and no page has this many. */
const LONGEST_ADDRESS = 500;

/** An address that the validator accepts, to ask it about one field at a time. */
const SOUND = { voie: 'A', code_postal: '00000', commune: 'A' };

/** Whether the validator accepts the address of a page. */
export const isPageAddress = (text: string): boolean => text.length <= LONGEST_ADDRESS && isValidUrl(text);

/** A real day, AAAA-MM-JJ, whether or not an hour follows. */
export function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const at = /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(text) ? Date.parse(day) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

const degrees = (text: string): number => (text === '' ? Number.NaN : Number(text));

const PAGE = 'l’adresse d’une page, https://…';

const CHECKS: readonly Check[] = [
  { field: 'id', required: true, expected: 'l’identifiant du lieu', accepts: () => true },
  {
    field: 'pivot',
    required: true,
    expected: 'un SIRET de 14 chiffres ou un RNA, ou 14 zéros quand il est inconnu',
    accepts: (text) => isSiret(text) || isRna(text),
  },
  { field: 'nom', required: true, expected: 'le nom du lieu', accepts: () => true },
  {
    field: 'commune',
    required: true,
    expected: 'le nom de la commune, sans ponctuation',
    accepts: (commune) => isValidAddress({ ...SOUND, commune }),
  },
  {
    field: 'code_postal',
    required: true,
    expected: 'cinq chiffres',
    accepts: (code_postal) => isValidAddress({ ...SOUND, code_postal }),
  },
  {
    field: 'code_insee',
    required: false,
    expected: 'le code officiel de la commune, cinq caractères',
    accepts: (code_insee) => isValidAddress({ ...SOUND, code_insee }),
  },
  {
    field: 'adresse',
    required: true,
    expected: 'le numéro et la voie',
    accepts: (voie) => isValidAddress({ ...SOUND, voie }),
  },
  {
    field: 'latitude',
    required: false,
    expected: 'des degrés décimaux, de -90 à 90, avec un point',
    accepts: (text) => isValidLocalisation({ latitude: degrees(text), longitude: 0 }),
  },
  {
    field: 'longitude',
    required: false,
    expected: 'des degrés décimaux, de -180 à 180, avec un point',
    accepts: (text) => isValidLocalisation({ latitude: 0, longitude: degrees(text) }),
  },
  { field: 'telephone', required: false, expected: 'un seul numéro, +33…', accepts: isValidTelephone },
  { field: 'date_maj', required: true, expected: 'un jour, AAAA-MM-JJ', accepts: isDay },
  { field: 'fiche_acces_libre', required: false, expected: PAGE, accepts: isPageAddress },
  { field: 'prise_rdv', required: false, expected: PAGE, accepts: isPageAddress },
];

/** A refused text may be long: its start is enough to find it. */
const SHOWN_CHARACTERS = 40;

/** Refuses a field: « champ « code_postal » : « 38 » n’est pas admis. Attendu : cinq chiffres. ». */
export const refuse = (field: string, text: string, expected: string): FieldRefusal => ({
  field,
  reason: `champ « ${field} » : ${text === '' ? 'vide' : `« ${text.slice(0, SHOWN_CHARACTERS)} » n’est pas admis`}. Attendu : ${expected}.`,
});

function checkField(row: LooseRow, { field, required, expected, accepts }: Check): FieldRefusal[] {
  const text = textOf(row, field);
  const sound = text === '' ? !required : accepts(text);
  return sound ? [] : [refuse(field, text, expected)];
}

/** So many typologies exist that a sentence cannot list them. */
const LISTED_WORDS = 12;

function checkWords(row: LooseRow, field: WordedField): FieldRefusal[] {
  const admitted = SCHEMA_WORDS[field];
  const strange = wordsOf(row, field).find((word) => !admitted.includes(word));
  if (strange === undefined) return [];
  const expected =
    admitted.length > LISTED_WORDS ? 'un mot de la liste du schéma national' : admitted.join(', ');
  return [refuse(field, strange, expected)];
}

/**
 * What keeps a row from following the national schema v1.0.2, field by field; nothing when it does.
 * Stricter than the official validator, which sees neither a missing date nor the words of a place without
 * services, and which has the last word.
 */
export function checkRow(row: LooseRow): FieldRefusal[] {
  const refusals = [
    ...CHECKS.flatMap((check) => checkField(row, check)),
    ...WORDED_FIELDS.flatMap((field) => checkWords(row, field)),
  ];
  return refusals.length > 0 ? refusals : askOfficially(officialRow(row));
}

function askOfficially(row: SchemaLieuMediationNumerique): FieldRefusal[] {
  try {
    fromSchemaLieuDeMediationNumerique(row);
    return [];
  } catch (cause) {
    const field = cause instanceof ModelError ? String(cause.key) : 'id';
    return [{ field, reason: `champ « ${field} » : ${(cause as Error).message}.` }];
  }
}
