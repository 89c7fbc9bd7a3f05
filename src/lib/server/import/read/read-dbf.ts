import { ImportError } from '../import-error.ts';
import type { TableRow } from './read-table.ts';

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;

interface Field {
  name: string;
  from: number;
  to: number;
}

/** Whether bytes begin as a dBase table does: a known version and a plausible month and day. */
export const looksLikeDbf = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x03 || bytes[0] === 0x83) && (bytes[2] ?? 13) <= 12 && (bytes[3] ?? 32) <= 31;

/**
 * The rows of a dBase III table (the attributes of a shapefile), its text in Windows-1252: fixed-width
 * records after a header that gives the name and width of each field. Deleted records are left out; the line
 * is the rank of the record, from 1. Throws an `ImportError` when the table is cut short or lacks a column.
 */
export function readDbf(bytes: Buffer, file: string, columns: readonly string[]): TableRow[] {
  const broken = (why: string): ImportError =>
    new ImportError(`la table dBase ne se lit pas (${why})`, {
      file,
      expected: 'une table .dbf complète, telle que le producteur la publie',
    });
  if (bytes.length < HEADER_BYTES || !looksLikeDbf(bytes)) throw broken('en-tête inconnu');
  const [count, headerBytes, recordBytes] = [
    bytes.readUInt32LE(4),
    bytes.readUInt16LE(8),
    bytes.readUInt16LE(10),
  ];
  if (headerBytes <= HEADER_BYTES || recordBytes < 2 || headerBytes > bytes.length)
    throw broken('en-tête faux');
  if (bytes.length < headerBytes + count * recordBytes) throw broken('elle est tronquée');
  const fields = readFields(bytes.subarray(HEADER_BYTES, headerBytes));
  if ((fields.at(-1)?.to ?? Infinity) > recordBytes) throw broken('champs plus larges que la ligne');
  const byName = new Map(fields.map((field) => [field.name, field]));
  for (const column of columns) {
    if (byName.has(column)) continue;
    throw new ImportError(`cette colonne manque (trouvées : ${[...byName.keys()].join(', ')})`, {
      file,
      column,
      expected: `les colonnes ${columns.join(', ')}`,
    });
  }
  const decoder = new TextDecoder('windows-1252');
  const rows: TableRow[] = [];
  for (let at = 0; at < count; at++) {
    const start = headerBytes + at * recordBytes;
    if (bytes[start] === DELETED) continue;
    rows.push({
      line: at + 1,
      get: (column) => {
        const field = byName.get(column);
        return field ? decoder.decode(bytes.subarray(start + field.from, start + field.to)).trim() : '';
      },
    });
  }
  if (rows.length === 0) throw broken('elle n’a aucune ligne');
  return rows;
}

/** Name and place of each field in a record; its first byte tells a deleted one. */
function readFields(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  let from = 1;
  for (let at = 0; at + FIELD_BYTES <= bytes.length && bytes[at] !== END_OF_FIELDS; at += FIELD_BYTES) {
    const name = bytes.toString('latin1', at, at + 11);
    const to = from + (bytes[at + 16] as number);
    fields.push({ name: name.slice(0, (name + '\0').indexOf('\0')), from, to });
    from = to;
  }
  return fields;
}
