import { readFile, stat } from 'node:fs/promises';
import { IntakeError } from './intake-error.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { CheckedZip } from './open-zip.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readOds } from './read-ods.ts';
import { readXlsx } from './read-xlsx.ts';
import { refusals } from './refusals.ts';
import type { Progress, TableFile } from './table-file.ts';
import { WORKBOOK } from './xlsx-workbook.ts';

/** First bytes: an old XLS, or an XLSX behind a password (Compound File Binary). */
const OLD_WORKBOOK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ZIP = Buffer.from('PK');

/** Read to know a format: a byte order mark and blanks may come first. */
const BEGINNING = 1_024;

/**
 * Reads a table file in the thread that calls, whatever its name says: the content decides. Throws an
 * `IntakeError`, whose message is for a person.
 */
export async function readFromDisk(
  path: string,
  name: string,
  onprogress: Progress,
  unresolved: string,
): Promise<TableFile> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) throw refusals.missing();
  if (size > MAX_FILE_BYTES) throw refusals.tooHeavy(size);
  return readBytes(await readFile(path), name, onprogress, unresolved);
}

/** The same from bytes already in memory. `unresolved` is what a cell says whose formula has no result. */
export async function readBytes(
  bytes: Buffer,
  name: string,
  onprogress: Progress,
  unresolved = '',
): Promise<TableFile> {
  try {
    return await readAny(bytes, name, onprogress, unresolved);
  } catch (cause) {
    throw cause instanceof IntakeError ? cause : refusals.unforeseen(name, cause);
  }
}

async function readAny(
  bytes: Buffer,
  name: string,
  onprogress: Progress,
  unresolved: string,
): Promise<TableFile> {
  if (startsWith(bytes, OLD_WORKBOOK)) throw refusals.oldWorkbook();
  if (startsWith(bytes, ZIP) && !/[;,\t\r\n ]/.test(bytes.toString('latin1', 2, 3)))
    return readZip(bytes, onprogress, unresolved);
  const beginning = bytes
    .toString('utf8', 0, BEGINNING)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (beginning === '' && bytes.length <= BEGINNING) throw refusals.empty();
  if (/^[[{]/.test(beginning)) return readJson(bytes, name, onprogress);
  if (/^<(!doctype|html|\?xml)/i.test(beginning)) throw refusals.markup();
  return readCsv(bytes, name, onprogress);
}

async function readZip(bytes: Buffer, onprogress: Progress, unresolved: string): Promise<TableFile> {
  const zip = await CheckedZip.open(bytes);
  if (zip.has(WORKBOOK)) return readXlsx(zip, onprogress, unresolved);
  if (zip.has('content.xml')) return readOds(zip, onprogress, unresolved);
  throw refusals.otherZip();
}

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);
