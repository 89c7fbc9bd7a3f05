import type { Place } from '../../domain/places/place.ts';
import { checkRow } from '../../domain/places/schema/field-check.ts';
import { officialRow } from '../../domain/places/schema/official-row.ts';
import { toSchema } from '../../domain/places/schema/outgoing-row.ts';
import { SCHEMA_FIELDS, type SchemaField, type SchemaRow } from '../../domain/places/schema/row.ts';
import { formatCount } from '../../format/number.ts';
import { lieuxExport as words } from '../../messages/lieux-export.ts';
import { isFormula } from './csv.ts';
import type { OpenPlaces } from './open-places.ts';

/** A national file about to be written. */
export interface NationalFile {
  /** Rows that the official validator accepts, made as they are asked for. */
  rows: () => Generator<SchemaRow>;
  written: number;
  /** Places that the schema has no row for, by the first field that it refuses. */
  unwritable: ReadonlyMap<string, number>;
  /** What is left out and why, in French. */
  notes: readonly string[];
}

/** Places checked at a time, about 50 ms: others are served between two of them. */
const CHECKED_TOGETHER = 250;

/**
 * Places in the national schema v1.0.2; those that it has no row for (no address, no day…) are left out and
 * counted. All are checked before the first is written, so that what is missing is known from the start.
 */
export async function nationalFile({ places, notes }: OpenPlaces): Promise<NationalFile> {
  const writable: Place[] = [];
  const unwritable = new Map<string, number>();
  for (const [at, place] of places.entries()) {
    if (at > 0 && at % CHECKED_TOGETHER === 0) await new Promise((resolve) => setImmediate(resolve));
    const [refusal] = checkRow(toSchema(place));
    if (refusal) unwritable.set(refusal.field, (unwritable.get(refusal.field) ?? 0) + 1);
    else writable.push(place);
  }
  return {
    rows: function* () {
      for (const place of writable) yield toSchema(place);
    },
    written: writable.length,
    unwritable,
    notes: [
      ...notes,
      ...[...unwritable].map(([field, count]) =>
        words.leftOut.unwritable(formatCount(count, words.place, words.places), field),
      ),
    ],
  };
}

/** Fields whose signs are those of numbers: `+33…`, `-21.1`. The validator knows no apostrophe before them. */
const NUMERIC: ReadonlySet<SchemaField> = new Set(['telephone', 'latitude', 'longitude']);

const MUST_QUOTE = /[",;\r\n\t]|^\s|\s$/;

/** A French spreadsheet also cuts these lines at `;`: what follows one must be no formula either. */
const FORMULA_WITHIN = /;(?=\s*[=+\-@])/g;

function writeCell(field: SchemaField, text: string): string {
  if (NUMERIC.has(field)) return text;
  const inner = text.replace(FORMULA_WITHIN, ";'");
  const safe = isFormula(inner) ? `'${inner}` : inner;
  return MUST_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as the national files have them: `,`, UTF-8 without a mark, the 32 fields in their order. A text that a
 * spreadsheet would take for a formula goes behind an apostrophe (docs/exports.md).
 */
export function* writeNationalCsv({ rows }: NationalFile): Generator<string> {
  yield `${SCHEMA_FIELDS.join(',')}\n`;
  for (const row of rows()) yield `${SCHEMA_FIELDS.map((field) => writeCell(field, row[field])).join(',')}\n`;
}

/** The same as a JSON list: degrees are numbers, and what is not known is not there. */
export function* writeNationalJson({ rows }: NationalFile): Generator<string> {
  let separator = '[';
  for (const row of rows()) {
    yield `${separator}\n${JSON.stringify(officialRow(row))}`;
    separator = ',';
  }
  yield separator === '[' ? '[]\n' : '\n]\n';
}
