import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rounded, timed } from './measure.ts';

interface Report {
  outcomes: { source: string; outcome: string; ms?: number; rowsRead?: number; rowsRefused?: number }[];
  peakMegabytes: number;
}

/** A first load into a new embedded database, in a process of its own: seconds per source and peak memory. */
export async function benchLoad(): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
  // Of root's folder, PostgreSQL's own account must be able to enter: else its files would go elsewhere.
  await chmod(dataDir, 0o755);
  try {
    const { ms, result } = await timed(() => run(dataDir));
    return {
      seconds: rounded(ms / 1000),
      peakMegabytes: Math.round(result.peakMegabytes),
      sources: Object.fromEntries(
        result.outcomes.map(({ source, outcome, ms: took = 0, rowsRead, rowsRefused }) => [
          source,
          { outcome, seconds: rounded(took / 1000), rowsRead, rowsRefused },
        ]),
      ),
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function run(dataDir: string): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('load-child.ts', import.meta.url))],
      {
        env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(output) as Report);
      else reject(new Error(`the load stopped with code ${code}`));
    });
  });
}
