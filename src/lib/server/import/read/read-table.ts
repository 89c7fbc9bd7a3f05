import { parse } from 'csv-parse/sync';
import { ImportError } from '../import-error.ts';

export interface TableRow {
  /** Line of the file where the row starts, from 1. */
  line: number;
  get(column: string): string;
}

export interface TableShape {
  separator: ',' | ';';
  /** Columns that must be there; others are ignored. */
  columns: readonly string[];
  /** Title lines above the header. */
  skip?: number;
}

/**
 * The rows of a CSV text. Throws an `ImportError` naming the line and column when the header lacks a
 * column, a row is cut short or too long, or a quote is never closed.
 */
export function readTable(
  text: string,
  file: string,
  { separator, columns, skip = 0 }: TableShape,
): TableRow[] {
  const records = parseRecords(text, file, separator, skip + 1);
  const header = records[0]?.record.map((name) => name.trim());
  if (!header) {
    throw new ImportError('le fichier est vide', {
      file,
      line: skip + 1,
      expected: `l’en-tête ${columns.join(separator)}`,
    });
  }
  const positions = new Map(header.map((name, at) => [name, at]));
  for (const column of columns) {
    if (!positions.has(column)) {
      throw new ImportError(`cette colonne manque (trouvées : ${named(header)})`, {
        file,
        line: skip + 1,
        column,
        expected: `les colonnes ${columns.join(', ')}`,
      });
    }
  }
  const rows: TableRow[] = [];
  for (const { record, line } of records.slice(1)) {
    if (record.length !== header.length) {
      throw new ImportError(
        `la ligne a ${record.length} cases au lieu de ${header.length}, le fichier est peut-être tronqué`,
        {
          file,
          line,
          column: header[record.length],
          expected: `${header.length} cases séparées par « ${separator} »`,
        },
      );
    }
    rows.push({
      line,
      get: (column) => record[positions.get(column) as number] ?? '',
    });
  }
  if (rows.length === 0) {
    throw new ImportError('le fichier n’a que son en-tête', {
      file,
      line: skip + 2,
      expected: 'au moins une ligne de données',
    });
  }
  return rows;
}

/** The names of a header, cut short: a page in place of a table has a single endless one. */
function named(header: readonly string[]): string {
  const text = header.join(', ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

interface Parsed {
  record: string[];
  line: number;
}

function parseRecords(text: string, file: string, separator: string, fromLine: number): Parsed[] {
  try {
    let line = fromLine;
    const parsed = parse(text, {
      bom: true,
      delimiter: separator,
      from_line: fromLine,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => {
      const start = line;
      line = info.lines + 1;
      return { record, line: start };
    });
  } catch (cause) {
    const { lines, message } = cause as { lines?: number; message: string };
    throw new ImportError(`la ligne ne se lit pas comme du CSV (${message})`, {
      file,
      line: lines,
      expected: `des cases séparées par « ${separator} », guillemets fermés`,
    });
  }
}
