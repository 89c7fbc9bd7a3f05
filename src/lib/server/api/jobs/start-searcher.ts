import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { HEAP_MB } from './job-limits.ts';

const SEARCHER = join('src', 'lib', 'server', 'api', 'jobs', 'boot-search.js');

/**
 * Starts the thread that searches, from its source through tsx (ADR 0002): it is looked for in the folders
 * above, since Vite moves this module to `build/server/chunks`. Throws when it is in none.
 */
export const startSearcher = (): Worker =>
  new Worker(searcherAbove(dirname(fileURLToPath(import.meta.url))), {
    // None of the parent's: the boot module registers tsx.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });

function searcherAbove(folder: string): string {
  const path = join(folder, SEARCHER);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  if (above === folder)
    throw new Error(`${SEARCHER} is in no folder above ${fileURLToPath(import.meta.url)}`);
  return searcherAbove(above);
}
