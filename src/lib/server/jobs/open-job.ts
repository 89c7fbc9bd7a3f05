import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk, DeskJob } from './desk.ts';

/**
 * Puts a file aside, in a folder of its own, and opens on it a job that reads it at once; `null` when too many
 * are open: nothing of it is left then.
 */
export async function openJob<Job extends DeskJob & { read(): void }>(
  desk: Desk<Job>,
  file: File,
  now: Date,
  make: (path: string) => Job,
): Promise<Job | null> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-import-'));
  const path = join(folder, 'fichier');
  await writeFile(path, file.stream());
  const job = await desk.open(() => make(path), now.getTime());
  if (job) job.read();
  else await rm(folder, { recursive: true, force: true });
  return job;
}
