import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from '../import-error.ts';
import { JsonSplitter } from './outlines-split.ts';

/** One object of a feature collection, parsed, with the line it begins on and its rank from 1. */
export interface FileFeature {
  rank: number;
  line: number;
  value: unknown;
}

/** Inflated bytes over which a file is not one of outlines (the largest known has 69 MB). */
export const MOST_BYTES = 1_000_000_000;

/**
 * Reads a GeoJSON feature collection (gzipped when its name ends in `.gz`) one feature at a time,
 * never whole in memory. Throws an `ImportError` on a missing, truncated or misshapen file.
 */
export const readFeatures = (path: string): AsyncGenerator<FileFeature> =>
  splitFeatures(inflated(path, basename(path)), basename(path));

/** The same from bytes as they come; `file` names them when something is wrong. */
export async function* splitFeatures(
  chunks: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<FileFeature> {
  const splitter = new JsonSplitter(file);
  let rank = 0;
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      throw new ImportError('le fichier dépasse un gigaoctet une fois décompressé', {
        file,
        expected: 'un fichier de contours',
      });
    }
    for (const { line, text } of splitter.push(chunk)) {
      rank++;
      yield { rank, line, value: parse(text, file, line) };
    }
  }
  checkCollection(splitter.end(), rank, file);
}

async function* inflated(path: string, file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    // The callback form reports a failure of either stream to the reader of the last one.
    const stream = path.endsWith('.gz')
      ? pipeline(source, createGunzip({ chunkSize: 1 << 18 }), () => undefined)
      : source;
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (cause) {
    throw readFailure(cause, file);
  }
}

function readFailure(cause: unknown, file: string): ImportError {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') {
    return new ImportError('le fichier est introuvable', {
      file,
      expected: 'le fichier dans le dossier de données, sous ce nom',
    });
  }
  if (code === 'Z_BUF_ERROR') {
    return new ImportError('le fichier compressé est tronqué', {
      file,
      expected: 'le fichier entier ; téléchargez-le de nouveau',
    });
  }
  if (code.startsWith('Z_')) {
    return new ImportError('la compression du fichier est abîmée', {
      file,
      expected: 'un fichier compressé par gzip',
    });
  }
  return new ImportError(`le fichier ne peut pas être lu (${(cause as Error).message})`, { file });
}

function parse(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ImportError(`le JSON n’est pas valide (${(cause as Error).message})`, {
      file,
      line,
      expected: 'du GeoJSON',
    });
  }
}

/** What surrounds the features, each replaced by 0, must be a feature collection. */
function checkCollection(shell: string, features: number, file: string): void {
  const root = parse(shell, file, 1) as { type?: unknown; features?: unknown } | null;
  if (
    root?.type !== 'FeatureCollection' ||
    !Array.isArray(root.features) ||
    root.features.length !== features
  ) {
    throw new ImportError('le fichier n’est pas une collection d’objets géographiques', {
      file,
      expected: 'un objet GeoJSON « FeatureCollection » avec ses « features »',
    });
  }
}
