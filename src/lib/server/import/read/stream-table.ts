import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { ImportError } from '../import-error.ts';
import { hashFile } from './read-file.ts';
import { damaged, openZipEntry } from './read-zip.ts';
import type { TableRow } from './read-table.ts';

/** More than any of these files inflates to: past it, an archive is a trap. */
const MAX_BYTES = 1_000_000_000;

/** First bytes of the two kinds of archives. */
const ZIP = 0x504b;
const GZIP = 0x1f8b;

/** The table of an archive, not the description beside it. */
const DATA_FILE = /^(?!.*metadata).*\.csv$/i;

interface OpenTable {
  name: string;
  stream: NodeJS.ReadableStream;
  close: () => void;
}

/** What a table is made of, told to the reader before the first row. */
export interface TableStream {
  /** Name of the file read: that of the table inside an archive. */
  name: string;
  header: readonly string[];
  rows: AsyncIterable<TableRow>;
}

/**
 * Reads a large CSV row by row, from a plain file, a gzip or the first table of a zip, known by their first
 * bytes whatever their name. Throws an `ImportError` when a column that must be there is not, or when a row is
 * cut short.
 */
export async function streamTable(
  path: string,
  separator: ',' | ';',
  use: (table: TableStream) => Promise<void>,
): Promise<void> {
  const { name, stream, close } = await openTable(path);
  const file = basename(path);
  try {
    const parser = parse({ bom: true, delimiter: separator, info: true, relax_column_count: true });
    // What goes wrong on the way destroys the parser, which tells it to whoever reads.
    pipeline(stream, meter(file), parser, () => undefined);
    const records = parser[Symbol.asyncIterator]() as AsyncIterator<Parsed>;
    const first = await records.next();
    const header = first.done ? [] : first.value.record.map((column) => column.trim());
    await use({ name, header, rows: rowsOf(records, header, file, separator) });
  } catch (cause) {
    throw inWords(cause, file);
  } finally {
    close();
  }
}

/** Says which column a header lacks, what was expected and what was found. */
export function requireColumns(header: readonly string[], columns: readonly string[], file: string): void {
  const missing = columns.find((column) => !header.includes(column));
  if (missing === undefined) return;
  throw new ImportError(`cette colonne manque (trouvées : ${header.join(', ').slice(0, 300)})`, {
    file,
    line: 1,
    column: missing,
    expected: `les colonnes ${columns.join(', ')}`,
  });
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

async function* rowsOf(
  records: AsyncIterator<Parsed>,
  header: readonly string[],
  file: string,
  separator: string,
): AsyncGenerator<TableRow> {
  const positions = new Map(header.map((column, at) => [column, at]));
  for (let next = await records.next(); !next.done; next = await records.next()) {
    const { record, info } = next.value;
    if (record.length === 1 && record[0] === '') continue;
    if (record.length !== header.length)
      throw new ImportError(
        `la ligne a ${record.length} cases au lieu de ${header.length}, le fichier est peut-être tronqué`,
        { file, line: info.lines, expected: `${header.length} cases séparées par « ${separator} »` },
      );
    yield { line: info.lines, get: (column) => record[positions.get(column) ?? -1] ?? '' };
  }
}

/** Whether a file is a zip, by its first bytes. */
export const isZip = async (path: string): Promise<boolean> =>
  (await firstBytes(path)).readUInt16BE(0) === ZIP;

async function openTable(path: string): Promise<OpenTable> {
  const start = await firstBytes(path);
  if (start.readUInt16BE(0) === ZIP) return openZipEntry(path, DATA_FILE, MAX_BYTES);
  const bytes = createReadStream(path);
  const close = (): void => void bytes.destroy();
  if (start.readUInt16BE(0) !== GZIP) return { name: basename(path), stream: bytes, close };
  const unzipped = createGunzip();
  bytes.on('error', (cause) => unzipped.destroy(cause));
  return { name: basename(path), stream: bytes.pipe(unzipped), close };
}

async function firstBytes(path: string): Promise<Buffer> {
  const start = Buffer.alloc(4);
  try {
    const handle = await open(path);
    await handle.read(start, 0, 4, 0).finally(() => handle.close());
  } catch {
    // Says whether it is missing or unreadable, in words.
    await hashFile(path);
  }
  return start;
}

/** Lets bytes through up to the limit. */
function meter(file: string): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= MAX_BYTES) return done(null, chunk);
      return done(
        new ImportError('le fichier est trop grand', { file, expected: `${MAX_BYTES} octets au plus` }),
      );
    },
  });
}

function inWords(cause: unknown, file: string): unknown {
  if (cause instanceof ImportError) return cause;
  const { code = '', message, lines } = cause as { code?: string; message: string; lines?: number };
  if (code.startsWith('CSV_'))
    return new ImportError(`la ligne ne se lit pas comme du CSV (${message})`, {
      file,
      line: lines,
      expected: 'des cases séparées, guillemets fermés',
    });
  if (code.startsWith('Z_') || /invalid|unexpected end|zip/i.test(message)) return damaged(cause, file);
  return cause;
}
