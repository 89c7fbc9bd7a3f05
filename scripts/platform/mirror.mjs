import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from './root.mjs';

/**
 * The mirror of the open data, looked for where `npm run data` looks: `MAILLAGE_MIRROR`,
 * `./open-data`, `../shared/open-data`.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string | null}
 */
export function findMirrorFolder(env = process.env) {
  return (
    [env.MAILLAGE_MIRROR, 'open-data', '../shared/open-data']
      .filter((folder) => folder !== undefined && folder !== '')
      .map((folder) => resolve(projectRoot, folder ?? ''))
      .find((folder) => existsSync(folder)) ?? null
  );
}
