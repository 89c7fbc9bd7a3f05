import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { censusFile } from './files/census.ts';
import { cogFiles } from './files/cog.ts';
import { closingFile, techniquesFile } from './files/copper.ts';
import { comparatorFile } from './files/comparator.ts';
import { fibre2018File, fibre2026File } from './files/fibre.ts';
import type { DemonstrationFile } from './files/file.ts';
import { filosofiFile } from './files/filosofi.ts';
import { fragilityFiles } from './files/fragility.ts';
import { franceServicesFile } from './files/france-services.ts';
import { outlineFiles } from './files/geojson.ts';
import { manifestFile } from './files/manifest.ts';
import { mediationFiles } from './files/mediation.ts';
import { priorityNeighbourhoodsFile } from './files/priority-neighbourhoods.ts';
import { typologyFiles } from './files/typologies.ts';
import { imagineTerritory } from './territory.ts';

/** The island everybody sees: chosen among a few for its shape. */
export const DEMONSTRATION_SEED = 2;

/** Every file of the demonstration mirror, in memory; the same bytes for a same seed. */
export async function demonstrationFiles(seed: number = DEMONSTRATION_SEED): Promise<DemonstrationFile[]> {
  const territory = imagineTerritory(seed);
  const files = [
    ...cogFiles(territory),
    ...outlineFiles(territory),
    filosofiFile(territory),
    await comparatorFile(territory),
    fibre2026File(territory),
    fibre2018File(territory),
    techniquesFile(territory),
    closingFile(territory),
    ...fragilityFiles(territory),
    censusFile(territory),
    ...typologyFiles(territory),
    franceServicesFile(territory),
    ...mediationFiles(territory),
    await priorityNeighbourhoodsFile(territory),
  ];
  return [...files, manifestFile(files)];
}

/**
 * Writes the demonstration territory into a folder (made when absent), as files laid out like those
 * of the real mirror, so that the same adapters load them. Takes a second or two and about 1 MB.
 *
 * @param folder where to write; files of the same names are replaced
 * @param seed another number draws another island
 */
export async function writeDemonstration(folder: string, seed: number = DEMONSTRATION_SEED): Promise<void> {
  for (const { path, content } of await demonstrationFiles(seed)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
