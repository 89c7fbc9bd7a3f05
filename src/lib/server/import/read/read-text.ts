import { basename } from 'node:path';
import { ImportError } from '../import-error.ts';
import { readBytes } from './read-file.ts';

/**
 * A text file whose producer writes UTF-8 in some editions and Windows-1252 in others, its byte order
 * mark removed: what is not UTF-8 is read as Windows-1252. UTF-16 and binary files are refused.
 */
export async function readText(path: string): Promise<string> {
  return decodeText(await readBytes(path), basename(path));
}

/** The same from bytes already in memory. */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.subarray(0, 65_536).includes(0))
    throw new ImportError('ce n’est pas du texte (un octet nul)', {
      file,
      expected: 'un fichier CSV en UTF-8 ou en Windows-1252',
    });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
