import { V0_FIELDS } from '../../../../domain/places/schema/incoming-row.ts';
import { SCHEMA_FIELDS, type LooseRow } from '../../../../domain/places/schema/row.ts';
import { ImportError } from '../../import-error.ts';
import { readTable } from '../../read/read-table.ts';

/** One record of a national file and where it stands. */
export interface NationalRecord {
  /** Line of a CSV, or rank in a JSON list, from 1. */
  line: number;
  /** « fiche 3 » or « ligne 4 ». */
  where: string;
  row: LooseRow;
}

/** What is read of a CSV; other columns say nothing that Maillage keeps. */
const FIELDS: readonly string[] = [...SCHEMA_FIELDS, ...V0_FIELDS];

/** Without these no place can be read, in either version of the schema. */
const LEAST_COLUMNS = ['id', 'nom', 'commune', 'code_postal', 'adresse'];

/**
 * The records of a national file, a JSON list or a CSV with the same fields. Throws an `ImportError`
 * when the text is neither, or is cut short.
 */
export function readNationalRecords(content: string, file: string): NationalRecord[] {
  // A JSON file that is cut short still starts as one, and is told so.
  if (file.toLowerCase().endsWith('.csv') || /^\s*"?id"?\s*[,;]/.test(content)) return readCsv(content, file);
  return readJson(content, file).map((item, at) => ({
    line: at + 1,
    where: `fiche ${at + 1}`,
    row: typeof item === 'object' && item !== null ? (item as LooseRow) : {},
  }));
}

function readCsv(content: string, file: string): NationalRecord[] {
  const [heading = ''] = content.split(/\r?\n/, 1);
  const separator = heading.includes(';') ? ';' : ',';
  return readTable(content, file, { separator, columns: LEAST_COLUMNS }).map((row) => ({
    line: row.line,
    where: `ligne ${row.line}`,
    row: Object.fromEntries(
      FIELDS.map((field) => [field, valueOf(field, row.get(field))] as const).filter(
        ([, value]) => value !== '',
      ),
    ),
  }));
}

/** Degrees are numbers, as in the JSON of the same records. */
function valueOf(field: string, cell: string): string | number {
  const text = cell.trim();
  const isDegrees = (field === 'latitude' || field === 'longitude') && text !== '';
  return isDegrees && Number.isFinite(Number(text)) ? Number(text) : text;
}

function readJson(content: string, file: string): unknown[] {
  const expected = 'un tableau JSON de fiches';
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch (cause) {
    const at = Number(/position (\d+)/.exec((cause as Error).message)?.[1] ?? content.length);
    throw new ImportError('le fichier n’est pas du JSON complet, il est peut-être tronqué', {
      file,
      line: content.slice(0, at).split('\n').length,
      expected,
    });
  }
  if (!Array.isArray(data))
    throw new ImportError('le fichier ne contient pas une liste', { file, line: 1, expected });
  return data;
}
