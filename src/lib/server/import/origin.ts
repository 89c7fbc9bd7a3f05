import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { SourceId } from '../../domain/indicators/source.ts';
import type { FetchedSource } from './fetched.ts';

/** Where the files of a load come from: a folder, and what was fetched from the producers. */
export interface Origin {
  kind: 'mirror' | 'demonstration';
  /** Folder of the files, as named in the mirror. */
  folder: string;
  /** Folder of the five JSON files of the code officiel géographique. */
  cogFolder: string;
  /** What is to be loaded as fetched: it takes the place of the files of the folder. */
  fetched?: ReadonlyMap<SourceId, FetchedSource>;
  /**
   * Data folder where fetches are kept. A source in use as it was fetched is read from there again, so that
   * the older file of the folder never takes its place unasked.
   */
  dataDir?: string;
}

/** The same origin with the files of some sources as they were fetched from their producers. */
export const withFetched = (origin: Origin, fetched: readonly FetchedSource[]): Origin => ({
  ...origin,
  fetched: new Map(fetched.map((one) => [one.source, one])),
});

/** The COG of the installed `@etalab/decoupage-administratif`. */
function packagedCog(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@etalab/decoupage-administratif/package.json')), 'data');
}

/**
 * The mirror of the open data: `MAILLAGE_MIRROR`, `./open-data`, `../shared/open-data`, the first that
 * exists. A folder `cog` inside it takes the place of the packaged code officiel géographique.
 */
export function findMirror(env: Readonly<Record<string, string | undefined>>, cwd: string): Origin | null {
  const named = env.MAILLAGE_MIRROR;
  if (named && !existsSync(resolve(cwd, named))) {
    throw new Error(
      `Le dossier indiqué par MAILLAGE_MIRROR n’existe pas : ${named}. Corrigez la variable, ou retirez-la pour ouvrir le territoire de démonstration.`,
    );
  }
  const folder = [named, 'open-data', '../shared/open-data']
    .filter((path) => path !== undefined && path !== '')
    .map((path) => resolve(cwd, path as string))
    .find((path) => existsSync(path));
  if (folder === undefined) return null;
  const ownCog = join(folder, 'cog');
  return { kind: 'mirror', folder, cogFolder: existsSync(ownCog) ? ownCog : packagedCog() };
}

/** A demonstration territory written in a folder, with its own fictional COG. */
export const demonstrationOrigin = (folder: string): Origin => ({
  kind: 'demonstration',
  folder,
  cogFolder: join(folder, 'cog'),
});
