import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/**
 * Where the files of a load come from. A folder today; live downloads will be another origin that
 * fetches into a folder of this shape.
 */
export interface Origin {
  kind: 'mirror' | 'demonstration';
  /** Folder of the files, as named in the mirror. */
  folder: string;
  /** Folder of the five JSON files of the code officiel géographique. */
  cogFolder: string;
}

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
