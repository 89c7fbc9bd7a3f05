import { splitWords } from '../v0.ts';

/** The 32 fields of the national schema of places, v1.0.2, in the order of its files (methods.md §6). */
export const SCHEMA_FIELDS = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const;

export type SchemaField = (typeof SCHEMA_FIELDS)[number];

/** One place in the words of the schema; unknown is empty, several values are separated by `|`. */
export type SchemaRow = Record<SchemaField, string>;

/** A row as a file gives it: texts of a CSV, or the strings and numbers of a JSON object. */
export type LooseRow = Readonly<Record<string, unknown>>;

/** Stands between the values of one field. */
export const SEPARATOR = '|';

/** « No SIRET or RNA is known »: the field is required, and the national files write this. */
export const UNKNOWN_PIVOT = '00000000000000';

/** The text of a field, without the blanks around it; empty when the row has no such field. */
export function textOf(row: LooseRow, field: string): string {
  const value = row[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The text of a field; `null` when it is empty. */
export const filledOf = (row: LooseRow, field: string): string | null => textOf(row, field) || null;

/** The values of a field of several: `|` today, `;` in older files. */
export const wordsOf = (row: LooseRow, field: string): string[] => splitWords(textOf(row, field));

/** Decimal degrees; `null` when the field is empty or holds no number. */
export function degreesOf(row: LooseRow, field: string): number | null {
  const text = textOf(row, field);
  const degrees = Number(text);
  return text === '' || !Number.isFinite(degrees) ? null : degrees;
}

/** A SIRET or RNA; the zeros that files write in its place say nothing. */
export function pivotOf(row: LooseRow): string | null {
  const pivot = textOf(row, 'pivot');
  return /^0*$/.test(pivot) ? null : pivot;
}

/** Addresses of pages only: anything else in the field would be a link that does something else. */
export function pageOf(text: string): string | null {
  const address = text.trim();
  return /^https?:\/\/[^\s]+$/i.test(address) ? address : null;
}
