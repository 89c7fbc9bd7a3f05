import { basename } from 'node:path';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { ImportError } from '../import-error.ts';
import { hashFile } from './read-file.ts';

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

/** A file of a zip, while the archive is open. */
export interface OpenEntry {
  name: string;
  stream: NodeJS.ReadableStream;
  close: () => void;
}

/**
 * Opens one file of a zip, by its name or by the first that a pattern fits. The declared size is checked
 * before anything is inflated; the reader closes it. Throws an `ImportError` when the archive is missing,
 * broken, too large, or without that file.
 */
export async function openZipEntry(
  path: string,
  entry: string | RegExp,
  maxBytes: number,
): Promise<OpenEntry> {
  const file = basename(path);
  const wanted = typeof entry === 'string' ? entry : `un fichier du nom attendu (${entry.source})`;
  const zip = await open(path, { lazyEntries: true, autoClose: false }).catch(async (cause: Error) => {
    await hashFile(path);
    throw new ImportError(`l’archive zip est illisible ou tronquée (${cause.message})`, {
      file,
      expected: 'une archive zip complète',
    });
  });
  try {
    const found = await findEntry(zip, (name) =>
      typeof entry === 'string' ? name === entry : entry.test(name),
    );
    if (!found)
      throw new ImportError(`l’archive ne contient pas ${wanted}`, {
        file,
        expected: `le fichier ${wanted}`,
      });
    if (found.uncompressedSize > maxBytes) {
      throw new ImportError(`${found.fileName} annonce ${found.uncompressedSize} octets`, {
        file,
        expected: `${maxBytes} octets au plus`,
      });
    }
    return { name: found.fileName, stream: await streamOf(zip, found), close: () => zip.close() };
  } catch (cause) {
    zip.close();
    throw damaged(cause, file);
  }
}

/** One file of a zip, inflated, and its name in the archive. Throws as `openZipEntry` does. */
export async function readNamedEntry(
  path: string,
  entry: string | RegExp,
  maxBytes: number,
): Promise<{ name: string; bytes: Buffer }> {
  const { name, stream, close } = await openZipEntry(path, entry, maxBytes);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return { name, bytes: Buffer.concat(chunks) };
  } catch (cause) {
    throw damaged(cause, basename(path));
  } finally {
    close();
  }
}

/** The same without the name, where it is known. */
export const readZipEntry = async (path: string, entry: string, maxBytes: number): Promise<Buffer> =>
  (await readNamedEntry(path, entry, maxBytes)).bytes;

/** What stopped the reading of an archive, in words. */
export function damaged(cause: unknown, file: string): ImportError {
  if (cause instanceof ImportError) return cause;
  return new ImportError(`l’archive zip est abîmée (${(cause as Error).message})`, {
    file,
    expected: 'une archive zip complète',
  });
}

function findEntry(zip: yauzl.ZipFile, fits: (name: string) => boolean): Promise<yauzl.Entry | null> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (fits(entry.fileName)) resolve(entry);
      else zip.readEntry();
    });
    zip.once('end', () => resolve(null));
    zip.once('error', reject);
    zip.readEntry();
  });
}

const streamOf = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<NodeJS.ReadableStream> =>
  promisify(
    zip.openReadStream.bind(zip) as (
      e: yauzl.Entry,
      cb: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  )(entry);
