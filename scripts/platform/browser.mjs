import { existsSync } from 'node:fs';
import { findChromium } from '../../src/lib/server/reports/print/find-chromium.mjs';
import { Refusal, runToEnd } from './processes.mjs';
import { withProgress } from './progress.mjs';

/**
 * Finds the browser of the tests, or installs Debian's when that can be done without asking.
 * @returns {Promise<string>} its path
 * @throws {Refusal} in French, with the command to run
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await withProgress('Installation de Chromium', installDebianPackage);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Refusal(
    'Les tests demandent le navigateur Chromium, introuvable ici. Installez-le (sous Debian : ' +
      '« sudo apt-get install chromium »), ou donnez son chemin dans CHROMIUM_PATH, puis relancez.',
  );
}

async function installDebianPackage() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const network = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];
  await runToEnd('apt-get', [...network, 'update'], { env });
  await runToEnd('apt-get', [...network, 'install', '-y', '--no-install-recommends', 'chromium'], { env });
}
