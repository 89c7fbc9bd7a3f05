import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import { IntakeError } from '../../intake/intake-error.ts';
import { CheckedZip } from '../../intake/open-zip.ts';
import { ImportError } from '../import-error.ts';
import { MOST_BYTES, readFeatures, splitFeatures, type FileFeature } from '../outlines/outlines-file.ts';
import { readBytes } from '../read/read-file.ts';

/** An archive held in memory: the outlines of every IRIS of the country take 60 MB zipped, several times that inflated. */
const MOST_ZIP_BYTES = 200_000_000;

/**
 * The features of a file of zones, one at a time: GeoJSON, gzipped or not, or a zip that holds one.
 * Throws an `ImportError` when it is none of these.
 */
export async function* readZoneFeatures(path: string): AsyncGenerator<FileFeature> {
  if (!/\.zip$/i.test(path)) {
    yield* readFeatures(path);
    return;
  }
  const file = basename(path);
  const zip = await openZip(path, file);
  yield* splitFeatures(inflate(zip, geoJsonIn(zip.names, file), file), file);
}

async function openZip(path: string, file: string): Promise<CheckedZip> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size > MOST_ZIP_BYTES)
    throw new ImportError('l’archive zip dépasse 200 Mo', {
      file,
      expected: 'le fichier GeoJSON sorti de son archive',
    });
  const bytes = await readBytes(path);
  return CheckedZip.open(bytes, MOST_BYTES).catch((cause: unknown) => {
    throw asImportError(cause, file);
  });
}

/** The entry to read: the one in WGS 84 where a producer gives several projections. */
function geoJsonIn(names: readonly string[], file: string): string {
  const layers = names.filter((name) => /\.(geo)?json$/i.test(name) && !/(^|\/)(\.|__MACOSX)/.test(name));
  const chosen = layers.find((name) => /wgs|4326/i.test(name)) ?? layers[0];
  if (chosen !== undefined) return chosen;
  const shape = names.some((name) => /\.(shp|gpkg)$/i.test(name));
  throw new ImportError(
    shape
      ? 'l’archive contient un fichier de formes (SHP ou GPKG), que Maillage ne lit pas'
      : 'l’archive ne contient pas de fichier GeoJSON',
    { file, expected: 'la version GeoJSON en WGS 84, que le producteur publie aussi' },
  );
}

async function* inflate(zip: CheckedZip, name: string, file: string): AsyncGenerator<Buffer> {
  try {
    yield* zip.read(name);
  } catch (cause) {
    throw asImportError(cause, file);
  }
}

const asImportError = (cause: unknown, file: string): unknown =>
  cause instanceof IntakeError
    ? new ImportError(`l’archive zip est refusée : ${cause.happened.replace(/\.$/, '')}`, {
        file,
        expected: 'l’archive telle que le producteur la publie, ou le fichier GeoJSON sorti de l’archive',
      })
    : cause;
