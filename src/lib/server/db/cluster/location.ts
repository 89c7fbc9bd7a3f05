import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chmod, chown, constants, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { accountNamed, canEnter, ownerOf, run, runsAsRoot, type Account } from './account.ts';
import { copyBinaries, locateBinaries, type Binaries } from './binaries.ts';
import { ClusterFailure, describeSystemError } from './failure.ts';

/** Where a cluster lives, what runs it, and under which account. */
export interface Location {
  /** The folder PostgreSQL keeps its files in. */
  pgData: string;
  binaries: Binaries;
  account: Account;
}

/** What {@link locate} needs to know. */
export interface LocationRequest {
  /** Absolute data folder of the application. */
  dataDir: string;
  /** Absolute folder of the project: tells two checkouts apart in `fallbackRoot`. */
  projectDir: string;
  /** Where root keeps what PostgreSQL's account could not reach otherwise. */
  fallbackRoot: string;
  /** PostgreSQL's account when root starts it. */
  accountName: string;
  log: (line: string) => void;
}

/**
 * Decides where the cluster lives. Ordinary accounts keep everything in `dataDir`. PostgreSQL never
 * runs as root, so root hands it to another account; when that account cannot enter the data or
 * the binaries (a 0700 home folder), they live under `fallbackRoot` instead, and `log` says so.
 * Data already written stays where it is.
 * @throws ClusterFailure in French when no place can be used
 */
export async function locate(request: LocationRequest): Promise<Location> {
  const { dataDir } = request;
  await makeDataDir(dataDir);
  const packaged = await locateBinaries();
  const inPlace = join(dataDir, 'pg');
  if (!runsAsRoot()) {
    await requireOurs(inPlace, dataDir);
    return { pgData: inPlace, binaries: packaged, account: {} };
  }
  const pgData = await chooseDataHome(request, inPlace);
  const account = existsSync(pgData) ? await ownerOf(pgData) : await accountNamed(request.accountName);
  if (existsSync(pgData) && !(await canEnter(pgData, account))) {
    throw new ClusterFailure(
      `Le compte de PostgreSQL (uid ${account.uid}) ne peut plus entrer dans ${pgData}, où sont les données. ` +
        'Elles sont intactes. Rendez les dossiers parents traversables (chmod a+x), puis relancez.',
    );
  }
  return { pgData, binaries: await reachableBinaries(request, packaged, account), account };
}

async function makeDataDir(dataDir: string): Promise<void> {
  const fail = (error: unknown) =>
    new ClusterFailure(
      `Le dossier des données ${dataDir} ne peut pas être utilisé : ${describeSystemError(error)}. ` +
        'Rien n’a été modifié. Choisissez un dossier où écrire avec DATA_DIR, puis relancez.',
    );
  try {
    const created = await mkdir(dataDir, { recursive: true });
    if (created && runsAsRoot()) await chmod(dataDir, 0o755);
    await access(dataDir, constants.W_OK | constants.X_OK);
    if (!(await stat(dataDir)).isDirectory()) throw Object.assign(new Error('file'), { code: 'ENOTDIR' });
  } catch (error) {
    throw fail(error);
  }
}

async function requireOurs(pgData: string, dataDir: string): Promise<void> {
  if (!existsSync(pgData)) return;
  const { uid } = await ownerOf(pgData);
  if (process.getuid === undefined || uid === process.getuid()) return;
  throw new ClusterFailure(
    `Les données de ${dataDir} appartiennent à un autre compte (uid ${uid}) : Maillage y a été lancé ` +
      'sous ce compte, ou en tant que root. Elles sont intactes. Relancez sous le même compte, ou ' +
      'choisissez un autre dossier avec DATA_DIR.',
  );
}

async function chooseDataHome(request: LocationRequest, inPlace: string): Promise<string> {
  if (existsSync(inPlace)) return inPlace;
  const { dataDir, projectDir, fallbackRoot, accountName, log } = request;
  const elsewhere = join(fallbackRoot, digest(`${projectDir}\n${dataDir}`), 'pg');
  if (!existsSync(elsewhere)) {
    if (await canHost(dataDir, await accountNamed(accountName))) return inPlace;
    await makeFallback(join(elsewhere, '..'), fallbackRoot);
  }
  log(`PostgreSQL ne tourne jamais en tant que root, et son compte n’entre pas dans ${dataDir} :`);
  log(`ses fichiers sont dans ${elsewhere}.`);
  return elsewhere;
}

async function reachableBinaries(
  request: LocationRequest,
  packaged: Binaries,
  account: Account,
): Promise<Binaries> {
  const trial = await run(packaged.postgres, ['--version'], account);
  if (trial.code === 0) return packaged;
  const folder = join(request.fallbackRoot, digest(request.projectDir));
  await makeFallback(folder, request.fallbackRoot);
  const copied = await copyBinaries(packaged, folder);
  const second = await run(copied.postgres, ['--version'], account);
  if (second.code === 0) return copied;
  throw new ClusterFailure(
    `PostgreSQL ne démarre pas sous son compte (uid ${account.uid}) : ${second.output.trim()}. ` +
      'Aucune donnée n’est touchée. Lancez Maillage sous un compte ordinaire, ou donnez l’adresse d’un ' +
      'serveur PostgreSQL dans DATABASE_URL.',
  );
}

/** Whether `account` can own and enter a folder made in `parent` (a network disk may refuse the first). */
async function canHost(parent: string, account: Account): Promise<boolean> {
  const probe = join(parent, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(probe, { mode: 0o700 });
    if (account.uid !== undefined && account.gid !== undefined) await chown(probe, account.uid, account.gid);
    return await canEnter(probe, account);
  } catch {
    return false;
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

async function makeFallback(folder: string, fallbackRoot: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await chmod(fallbackRoot, 0o755);
    await chmod(folder, 0o755);
  } catch (error) {
    throw new ClusterFailure(
      `Le compte de PostgreSQL n’entre pas dans le dossier du projet, et ${folder} ne peut pas être créé : ` +
        `${describeSystemError(error)}. Aucune donnée n’est touchée. Choisissez avec DATA_DIR un dossier ` +
        'que tout compte peut traverser (par exemple dans /srv), ou lancez Maillage sous un compte ordinaire.',
    );
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
