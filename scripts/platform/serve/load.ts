import { spawn } from 'node:child_process';
import type { Database } from '#lib/server/db/client.ts';
import { loadIsNeeded } from '#lib/server/import/needed.ts';
import { findMirror } from '#lib/server/import/origin.ts';
import { dataIsEmpty } from '#lib/server/queries/versions.ts';
import { projectRoot } from '../root.mjs';
import { Refusal } from '../processes.mjs';
import { say } from '../progress.mjs';

/**
 * Loads what is missing, in a child process that shows its own progress: the memory of a first load
 * goes away with it. A load that fails leaves what was there, and stops the start only when there
 * is nothing to serve.
 * @param stop ends the load early; what was loaded stays
 */
export async function loadMissing(db: Database, url: string, stop: AbortSignal): Promise<void> {
  if (!(await loadIsNeeded(db, { kind: kindOfData() }))) return;
  say('Chargement des données…');
  const code = await runLoader(url, stop);
  if (code === 0 || stop.aborted) return;
  if (await dataIsEmpty(db)) {
    throw new Refusal(
      'Aucune donnée n’a pu être chargée (voir ci-dessus). Rien n’a été modifié. ' +
        'Corrigez la cause, puis relancez.',
    );
  }
  say('Une partie des données n’a pas été chargée (voir ci-dessus). Ce qui était en place le reste.');
}

function kindOfData(): 'mirror' | 'demonstration' {
  try {
    return findMirror(process.env, projectRoot) ? 'mirror' : 'demonstration';
  } catch (error) {
    // A folder named and absent: the message is already for the person who named it.
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function runLoader(url: string, stop: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/data.ts', 'load'], {
      cwd: projectRoot,
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = () => child.kill('SIGTERM');
    if (stop.aborted) end();
    stop.addEventListener('abort', end);
    child.once('error', reject);
    child.once('exit', (code) => {
      stop.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}
