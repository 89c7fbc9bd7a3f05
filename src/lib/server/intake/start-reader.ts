import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const READER = join('src', 'lib', 'server', 'intake', 'boot-reader.js');

/**
 * Starts the thread that reads, from its source through tsx (ADR 0002). Vite moves this module to
 * `build/server/chunks`, where nothing stands beside it: the source is looked for in the folders above,
 * whatever the working directory. The sources are beside `build/`, since the server itself runs from
 * `scripts/`. Throws when they are not.
 */
export function startReader(heapMb: number): Worker {
  return new Worker(readerPath(dirname(fileURLToPath(import.meta.url))), {
    // None of the parent's: the boot module registers tsx.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
}

function readerPath(folder: string): string {
  const path = join(folder, READER);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  if (above === folder) throw new Error(`${READER} is in no folder above ${fileURLToPath(import.meta.url)}`);
  return readerPath(above);
}
