import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ZoneKind } from '../../../domain/zones/zone.ts';
import { ZONE_SOURCES } from '../../../domain/zones/zone-source.ts';
import type { Database } from '../../db/client.ts';
import { ImportError } from '../import-error.ts';
import { loadSources, type LoadOptions } from '../load.ts';
import type { LoadOutcome } from '../steps/load-outcome.ts';
import type { Origin } from '../origin.ts';

/** Names that a file of zones may end with. */
const EXTENSION = /\.(zip|json|geojson|geojson\.gz)$/i;

/**
 * Loads one file of zones from wherever it stands, by the same path as every source: it is put under the
 * name of its source in a folder of its own, for the time of the load. The figures of the origin stay.
 */
export async function loadZonesFile(
  database: Database,
  origin: Origin,
  kind: ZoneKind,
  path: string,
  report?: LoadOptions['report'],
): Promise<LoadOutcome[]> {
  const source = ZONE_SOURCES[kind];
  const name = basename(path);
  if (!EXTENSION.test(name))
    throw new ImportError('ce n’est pas un fichier de contours', {
      file: name,
      expected: 'un fichier .geojson, .json, .geojson.gz ou .zip',
    });
  const folder = await mkdtemp(join(tmpdir(), 'maillage-zones-'));
  try {
    await copyFile(path, join(folder, name.startsWith(source) ? name : `${source}-${name}`)).catch(
      (cause: unknown) => {
        if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
        throw new ImportError('le fichier est introuvable', {
          file: name,
          expected: 'le chemin d’un fichier',
        });
      },
    );
    return await loadSources(database, { ...origin, folder }, { only: [source], report });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
