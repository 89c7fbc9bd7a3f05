import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd } from './processes.mjs';
import { projectRoot } from './root.mjs';

/** @typedef {{ passed: number, failed: number, ok: boolean }} Count */

/**
 * Runs every Vitest project.
 * @param {string[]} args what to add to the command line, such as a path
 * @param {string} chromium
 * @returns {Promise<Count>}
 */
export async function runVitest(args, chromium) {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-report-'));
  const file = join(folder, 'report.json');
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { code } = await runToEnd(process.execPath, [vitest, 'run', ...reporters, ...args], {
      show: true,
      env: { CHROMIUM_PATH: chromium },
    });
    return count(file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A file that does not even load has no failed test: it counts as one.
 * @param {string} file
 * @param {number} code
 * @returns {Count}
 */
function count(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1, ok: false };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = Number(report.numPassedTests ?? 0);
  const failed = Number(report.numFailedTests ?? 0);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, ok: code === 0 };
}
