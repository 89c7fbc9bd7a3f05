import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run, type Account } from './account.ts';
import { ClusterFailure, describeSystemError, failureFromOutput, systemErrorCode } from './failure.ts';
import type { Location } from './location.ts';

/** The only PostgreSQL account of the cluster. */
export const databaseUser = 'maillage';

const passwordFile = 'maillage.password';
const draftPrefix = 'pg.init-';
/** initdb takes a second; a draft this old belongs to a start that was killed. */
const abandonedAfterMs = 10 * 60_000;

/**
 * Creates the cluster when there is none. It is made in a folder of its own and renamed, so that
 * a kill leaves nothing half-made and, of two starters at once, the slower one uses the faster one's.
 * @param durable wait until it is on the disk; tests have no power cut to fear
 * @returns true when this call created it
 */
export async function initialise(location: Location, durable: boolean): Promise<boolean> {
  if (existsSync(join(location.pgData, 'PG_VERSION'))) return false;
  const home = dirname(location.pgData);
  await sweepDrafts(home);
  const draft = join(home, draftPrefix + randomBytes(6).toString('hex'));
  const password = randomBytes(24).toString('base64url');
  const pwfile = `${draft}.password`;
  try {
    await mkdir(draft, { mode: 0o700 });
    await give(draft, location.account);
    await writeFile(pwfile, password, { mode: 0o600 });
    await give(pwfile, location.account);
    const outcome = await run(
      location.binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${databaseUser}`,
        `--pwfile=${pwfile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(durable ? [] : ['--no-sync']),
      ],
      location.account,
    );
    if (outcome.code !== 0) {
      throw failureFromOutput('La base de données n’a pas pu être créée', outcome.output, home);
    }
    const kept = join(draft, passwordFile);
    await rename(pwfile, kept);
    await chmod(kept, 0o600);
    return await publish(draft, location.pgData);
  } catch (error) {
    if (error instanceof ClusterFailure) throw error;
    throw failureFromOutput(
      `La base de données n’a pas pu être créée (${describeSystemError(error)})`,
      error instanceof Error ? error.message : '',
      home,
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(pwfile, { force: true });
  }
}

/**
 * The password of the cluster, kept beside its data (0600).
 * @throws ClusterFailure when it cannot be read
 */
export async function readPassword(pgData: string): Promise<string> {
  try {
    return (await readFile(join(pgData, passwordFile), 'utf8')).trim();
  } catch (error) {
    throw new ClusterFailure(
      `Le mot de passe de la base, ${join(pgData, passwordFile)}, ne peut pas être lu : ` +
        `${describeSystemError(error)}. Les données sont intactes. Relancez sous le compte qui les a créées.`,
    );
  }
}

async function publish(draft: string, pgData: string): Promise<boolean> {
  try {
    await rename(draft, pgData);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(systemErrorCode(error)) && existsSync(pgData)) return false;
    throw error;
  }
}

async function give(path: string, account: Account): Promise<void> {
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid);
}

async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(draftPrefix)) continue;
    const path = join(home, name);
    const age =
      Date.now() -
      (await stat(path)
        .then((found) => found.mtimeMs)
        .catch(() => Date.now()));
    if (age > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
