import type { IntakeField } from './fields.ts';
import type { RowReading } from './row-reading.ts';

/** Characters kept of each kind of text: more is a paste gone wrong, and would weigh on every page. */
const LONG: Partial<Record<IntakeField, number>> = {
  presentation_detail: 4_000,
  note: 2_000,
  presentation_resume: 600,
};
const SHORT = 300;

/** A text without its HTML tags, those that appear once others are gone included. */
export function withoutTags(text: string): string {
  let [before, after] = ['', text];
  while (before !== after) {
    before = after;
    after = before.replace(/<[a-z/!][^<>]*>/gi, ' ');
  }
  return after === text ? text : after.replace(/[^\S\n]+/g, ' ').trim();
}

/**
 * A text of a row: tags removed (told as a repair), cut at a sensible length (told), on one line but
 * for long texts. What looks like a formula is a text like any other.
 */
export function readText(reading: RowReading, field: IntakeField): string {
  const written = reading.text(field);
  const plain = withoutTags(written);
  if (plain !== written) reading.repair(field, plain, 'les balises de mise en page sont retirées');
  const text = LONG[field] === undefined ? plain.replace(/\s+/g, ' ') : plain;
  const most = LONG[field] ?? SHORT;
  if (text.length <= most) return text;
  reading.warn(field, `texte trop long, les ${most} premiers caractères sont gardés`);
  return text.slice(0, most).trim();
}

/** The same, `null` when nothing is written. */
export const readOptionalText = (reading: RowReading, field: IntakeField): string | null =>
  readText(reading, field) || null;

/** Several texts in one cell, separated by `|` or `;`, each once. */
export const readTexts = (reading: RowReading, field: IntakeField): string[] => [
  ...new Set(
    readText(reading, field)
      .split(/[|;]/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  ),
];
