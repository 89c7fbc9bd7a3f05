import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from './root.mjs';

/** The exit code of a command line that asks to be started again (EX_TEMPFAIL). */
export const BEGIN_AGAIN = 75;

/** For how long one that was started again may fail at first: a database takes a while to be back. */
const PATIENCE_MS = 60_000;

/** Between two starts. */
const PAUSE_MS = 2_000;

/**
 * Runs a TypeScript command line until it ends, and gives its exit code. One that asks for it is started
 * again, and again for a minute while what it needs is not back.
 * @param {string} script path from the root of the project
 * @param {string[]} args
 * @param {{ pause?: number, patience?: number }} [options] milliseconds
 * @returns {Promise<number>}
 */
export async function launch(script, args, { pause = PAUSE_MS, patience = PATIENCE_MS } = {}) {
  for (let patientUntil = 0; ; await sleep(pause)) {
    const code = await run(script, args);
    if (code === BEGIN_AGAIN) patientUntil = Date.now() + patience;
    else if (code === 0 || Date.now() >= patientUntil) return code;
  }
}

/**
 * One run. It has a process group of its own, so that Ctrl C reaches it once, through us; and a channel, by
 * which it learns of our end.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function run(script, args) {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: projectRoot,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      finish(1);
    });
    child.once('exit', (code) => finish(code ?? 1));
  });
}
