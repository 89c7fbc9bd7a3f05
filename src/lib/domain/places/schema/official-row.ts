import type { SchemaLieuMediationNumerique } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { degreesOf, SCHEMA_FIELDS, SEPARATOR, textOf, wordsOf, type LooseRow } from './row.ts';
import { WORDED_FIELDS } from './words.ts';

const WORDED: ReadonlySet<string> = new Set(WORDED_FIELDS);

const valueOf = (row: LooseRow, field: string): string | number | null => {
  if (field === 'latitude' || field === 'longitude') return degreesOf(row, field);
  return WORDED.has(field) ? wordsOf(row, field).join(SEPARATOR) : textOf(row, field);
};

/**
 * A row as the official package and the JSON of the national files have it: degrees are numbers, and a
 * field that is not known is not there.
 */
export function officialRow(row: LooseRow): SchemaLieuMediationNumerique {
  const required = {
    id: textOf(row, 'id'),
    nom: textOf(row, 'nom'),
    pivot: textOf(row, 'pivot'),
    commune: textOf(row, 'commune'),
    code_postal: textOf(row, 'code_postal'),
    adresse: textOf(row, 'adresse'),
    date_maj: textOf(row, 'date_maj'),
  };
  const known = SCHEMA_FIELDS.map((field) => [field, valueOf(row, field)] as const).filter(
    ([, value]) => value !== null && value !== '',
  );
  return { ...Object.fromEntries(known), ...required };
}
