import { basename } from 'node:path';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { ImportError } from '../import-error.ts';
import { hashFile } from './read-file.ts';

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

/**
 * One file of a zip, inflated. The declared size is checked before anything is inflated. Throws an
 * `ImportError` when the archive is missing, broken, too large, or without that file.
 */
export async function readZipEntry(path: string, entry: string, maxBytes: number): Promise<Buffer> {
  const file = basename(path);
  const zip = await open(path, { lazyEntries: true, autoClose: false }).catch(async (cause: Error) => {
    await hashFile(path);
    throw new ImportError(`l’archive zip est illisible ou tronquée (${cause.message})`, {
      file,
      expected: 'une archive zip complète',
    });
  });
  try {
    const found = await findEntry(zip, entry);
    if (!found)
      throw new ImportError(`l’archive ne contient pas ${entry}`, { file, expected: `le fichier ${entry}` });
    if (found.uncompressedSize > maxBytes) {
      throw new ImportError(`${entry} annonce ${found.uncompressedSize} octets`, {
        file,
        expected: `${maxBytes} octets au plus`,
      });
    }
    return await inflate(zip, found);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError(`l’archive zip est abîmée (${(cause as Error).message})`, {
      file,
      expected: 'une archive zip complète',
    });
  } finally {
    zip.close();
  }
}

function findEntry(zip: yauzl.ZipFile, name: string): Promise<yauzl.Entry | null> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName === name) resolve(entry);
      else zip.readEntry();
    });
    zip.once('end', () => resolve(null));
    zip.once('error', reject);
    zip.readEntry();
  });
}

async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const stream = await promisify(
    zip.openReadStream.bind(zip) as (
      e: yauzl.Entry,
      cb: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  )(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
