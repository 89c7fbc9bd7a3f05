import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCluster } from '../../src/lib/server/db/cluster/cluster.ts';

/** A data folder of one test, reachable by any account unless `mode` says otherwise. */
export async function makeDataFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-folder-'));
  await chmod(folder, mode);
  return folder;
}

/** Stops whatever still runs on the folder, and deletes it. */
export async function removeDataFolder(dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, 'pg', 'postmaster.pid'))) {
    const cluster = await openCluster({ dataDir, log: () => undefined, patience: 10_000 });
    await cluster.release();
  }
  await rm(dataDir, { recursive: true, force: true });
}
