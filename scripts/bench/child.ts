import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs a script of this folder in a process of its own, over a new embedded database; gives the JSON that it prints. */
export async function runApart<Report>(script: string): Promise<Report> {
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
  // Of root's folder, PostgreSQL's own account must be able to enter: else its files would go elsewhere.
  await chmod(dataDir, 0o755);
  try {
    return await run(script, dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function run<Report>(script: string, dataDir: string): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL(script, import.meta.url))],
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
      else reject(new Error(`${script} stopped with code ${code}`));
    });
  });
}
