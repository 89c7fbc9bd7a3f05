import { spawn } from 'node:child_process';
import { projectRoot } from './root.mjs';

/**
 * Runs a TypeScript command line until it ends, and gives its exit code. It has a process group of
 * its own, so that Ctrl C reaches it once, through us; and a channel, by which it learns of our end.
 * @param {string} script path from the root of the project
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function launch(script, args) {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: projectRoot,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
