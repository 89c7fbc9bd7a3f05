import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = join('scripts', 'data.ts');

/**
 * Runs a command of `npm run data` in a process of its own, so that pages are served meanwhile and the
 * memory that reading a country takes goes away with it. What it does is told by the database; what it
 * prints goes to the log. It has the environment of the server. It ends with the server: what it had begun is undone.
 */
export function startData(args: readonly string[]): void {
  const root = rootAbove(dirname(fileURLToPath(import.meta.url)));
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  process.once('sveltekit:shutdown', stop);
  child.once('error', ({ message }) =>
    process.stderr.write(`${JSON.stringify({ task: 'data', error: message })}\n`),
  );
  child.once('exit', () => process.off('sveltekit:shutdown', stop));
  child.unref();
}

/** The folder above that holds the scripts: Vite moves this module under `build/`. */
function rootAbove(folder: string): string {
  if (existsSync(join(folder, SCRIPT))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`${SCRIPT} is in no folder above ${fileURLToPath(import.meta.url)}`);
  return rootAbove(above);
}
