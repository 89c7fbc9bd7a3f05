import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from './exclusive.mjs';
import { fingerprint } from './fingerprint.mjs';
import { Refusal, runToEnd } from './processes.mjs';
import { withProgress } from './progress.mjs';
import { projectRoot } from './root.mjs';

const inputs = [
  'src',
  'static',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const marker = join(projectRoot, 'build', '.sources');

/**
 * Builds the application when its sources are not those of the last build.
 * @returns {Promise<boolean>} whether it had to build
 */
export async function ensureBuild() {
  if (isFresh()) return false;
  return exclusively(join(projectRoot, 'node_modules', '.maillage-build'), async () => {
    if (isFresh()) return false;
    await withProgress('Construction de l’application', build);
    return true;
  });
}

async function build() {
  const sources = hashSources();
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { NODE_ENV: 'production', NO_COLOR: '1' };
  const { code, output } = await runToEnd(process.execPath, [vite, 'build', '--logLevel', 'warn'], { env });
  if (code !== 0) {
    throw new Refusal(
      `La construction de l’application a échoué. Les données n’ont pas été touchées. Voici ce que dit l’outil :\n${output.trim()}`,
    );
  }
  writeFileSync(marker, sources);
}

function isFresh() {
  return existsSync(marker) && readFileSync(marker, 'utf8') === hashSources();
}

function hashSources() {
  return fingerprint(projectRoot, inputs, (name) => !name.endsWith('.test.ts'));
}
