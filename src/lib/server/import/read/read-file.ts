import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportError } from '../import-error.ts';

/** SHA-256 of a file, hexadecimal. Throws an `ImportError` when the file is missing or unreadable. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return hash.digest('hex');
}

/** When the file was last written: the best known date of its download. */
export async function fileDate(path: string): Promise<Date> {
  try {
    return (await stat(path)).mtime;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** A text file in UTF-8, its byte order mark removed. Another encoding is refused with its first bad line. */
export async function readUtf8(path: string): Promise<string> {
  return decodeUtf8(await readBytes(path), basename(path));
}

/** The same from bytes already in memory. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError('le texte n’est pas en UTF-8', {
      file,
      line: firstBadLine(bytes),
      expected: 'un fichier en UTF-8, tel que le producteur le publie',
    });
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
    line++;
  }
}

function unreadable(path: string, cause: unknown): ImportError {
  const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
  return new ImportError(
    missing ? 'le fichier est introuvable' : `le fichier ne peut pas être lu (${(cause as Error).message})`,
    { file: basename(path), expected: 'le fichier dans le dossier de données, sous ce nom' },
  );
}
