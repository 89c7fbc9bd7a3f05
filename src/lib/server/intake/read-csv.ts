import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { decodeText } from './decode-text.ts';
import { detectSeparator } from './detect-separator.ts';
import { IntakeError } from './intake-error.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_RECORD_CHARS, MAX_ROWS } from './limits.ts';
import { refusals } from './refusals.ts';
import { shapeTable } from './shape-table.ts';
import type { Progress, RawRow, Separator, TableFile } from './table-file.ts';

/**
 * A CSV of any usual separator and encoding. Rows cut short or too long are tolerated; a formula stays
 * the text that it is. Throws an `IntakeError`.
 */
export async function readCsv(bytes: Buffer, name: string, onprogress: Progress): Promise<TableFile> {
  const { encoding, pieces } = decodeText(bytes, name);
  const [beginning = ''] = pieces(() => undefined);
  const separator = detectSeparator(beginning);
  const rows = await parseRows(pieces(onprogress), separator);
  return { format: 'csv', encoding, separator, sheet: null, ...shapeTable(rows) };
}

async function parseRows(pieces: Iterable<string>, separator: Separator | null): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  let cells = 0;
  // The parser counts a CRLF inside quotes for two lines.
  let excess = 0;
  const parser = parse({
    delimiter: separator ?? ';',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARS,
    // Rows are taken here, as they are found: none waits in a stream of objects.
    on_record: (record: string[], { lines }: { lines: number }) => {
      const breaks = countBreaks(record);
      const line = lines - breaks.characters - excess;
      excess += breaks.pairs;
      if (record.length > MAX_COLUMNS) throw refusals.tooManyColumns(line);
      cells += record.length;
      if (cells > MAX_CELLS) throw refusals.tooManyCells();
      if (rows.length > MAX_ROWS) throw refusals.tooManyRows();
      rows.push({ line, cells: record });
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(Readable.from(boundLines(pieces)), parser);
  } catch (cause) {
    throw explain(cause, rows.at(-1)?.line ?? 0);
  }
  return rows;
}

/** The same text, refused when a line of the file never ends: the parser would hold it all. */
function* boundLines(pieces: Iterable<string>): Generator<string> {
  let line = 1;
  let length = 0;
  for (const piece of pieces) {
    let from = 0;
    for (const { index } of piece.matchAll(/[\r\n]/g)) {
      if (index - from + length > MAX_RECORD_CHARS) throw refusals.longRecord(line);
      [from, length] = [index + 1, 0];
      if (piece[index] === '\n') line++;
    }
    length += piece.length - from;
    if (length > MAX_RECORD_CHARS) throw refusals.longRecord(line);
    yield piece;
  }
}

interface Breaks {
  /** Carriage returns and line feeds. */
  characters: number;
  /** A carriage return and its line feed. */
  pairs: number;
}

/** Line breaks inside the cells of a row: it starts as many lines above its end. */
function countBreaks(record: readonly string[]): Breaks {
  const breaks = { characters: 0, pairs: 0 };
  for (const cell of record) {
    if (!/[\r\n]/.test(cell)) continue;
    breaks.characters += cell.match(/[\r\n]/g)?.length ?? 0;
    breaks.pairs += cell.match(/\r\n/g)?.length ?? 0;
  }
  return breaks;
}

function explain(cause: unknown, lastLine: number): unknown {
  if (cause instanceof IntakeError || !(cause instanceof CsvError)) return cause;
  if (cause.code === 'CSV_MAX_RECORD_SIZE') return refusals.longRecord(lastLine + 1);
  if (cause.code === 'CSV_QUOTE_NOT_CLOSED')
    return refusals.brokenCsv(lastLine + 1, 'guillemet jamais fermé');
  return refusals.brokenCsv(lastLine + 1, cause);
}
