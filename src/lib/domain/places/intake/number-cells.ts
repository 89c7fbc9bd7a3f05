import type { IntakeField } from './fields.ts';
import type { RowReading } from './row-reading.ts';

/** A number as people write it: decimal comma, spaces between thousands; `null` for anything else. */
export function decimal(text: string): number | null {
  const compact = text.replace(/\s+/g, '').replace(',', '.');
  if (!/^[-+]?\d{1,20}(?:\.\d*)?(?:e[-+]?\d{1,2})?$/i.test(compact)) return null;
  return Number(compact);
}

/** A number of people or hours: « 2,5 », « 35 h »; told and unknown when it is not one or too great to be true. */
export function readAmount(reading: RowReading, field: IntakeField, most: number): number | null {
  const written = reading.text(field);
  if (written === '') return null;
  const amount = decimal(written.replace(/\s*(?:h|heures?|etp)\s*$/i, ''));
  if (amount !== null && amount >= 0 && amount <= most) return amount;
  reading.warn(field, `un nombre entre 0 et ${most} était attendu, la valeur est laissée de côté`);
  return null;
}

const YES: ReadonlySet<string> = new Set(['oui', 'o', 'yes', 'y', 'vrai', 'true', '1', 'x', '✓', '✔']);
const NO: ReadonlySet<string> = new Set(['non', 'n', 'no', 'faux', 'false', '0', '-']);

/** A yes or a no as tables write them; `null` for anything else, an empty cell included. */
export function yesOrNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** A yes/no cell, with the words of its column that mean yes or no; told when it is neither. */
export function readFlag(reading: RowReading, field: IntakeField, yes: RegExp, no: RegExp): boolean {
  const written = reading.text(field);
  if (written === '') return false;
  const said = yesOrNo(written);
  if (said !== null) return said;
  if (yes.test(written)) return true;
  if (!no.test(written)) reading.warn(field, 'oui ou non était attendu, la valeur est laissée de côté');
  return false;
}
