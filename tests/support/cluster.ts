import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openCluster } from '../../src/lib/server/db/cluster/cluster.ts';
import { processExists } from '../../src/lib/server/db/cluster/pid-file.ts';

const prefix = 'maillage-test-';
const silent = () => undefined;

/**
 * One throwaway cluster a Vitest run: each project that needs it joins, the last one out stops it.
 * Nothing in it has to survive a power cut, so nothing waits for the disk.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const dataDir = join(tmpdir(), prefix + process.pid);
  await mkdir(dataDir, { recursive: true });
  // A folder of root's must let PostgreSQL's account through.
  await chmod(dataDir, 0o755);
  const cluster = await openCluster({
    dataDir,
    log: silent,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const url = new URL(cluster.url);
  url.pathname = '/postgres';
  project.provide('clusterUrl', url.href);
  return async () => {
    await cluster.release();
    if (!existsSync(join(cluster.pgData, 'postmaster.pid')))
      await rm(dataDir, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its PostgreSQL running: adopt it, stop it, forget it. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN;
    if (!Number.isInteger(pid) || processExists(pid)) continue;
    const dataDir = join(tmpdir(), name);
    if (existsSync(join(dataDir, 'pg', 'postmaster.pid'))) {
      await openCluster({ dataDir, log: silent, patience: 10_000 })
        .then((cluster) => cluster.release())
        .catch(silent);
    }
    await rm(dataDir, { recursive: true, force: true }).catch(silent);
  }
}
