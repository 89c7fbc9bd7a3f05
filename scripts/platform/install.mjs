import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { npm } from './npm.mjs';
import { Refusal } from './processes.mjs';
import { withProgress } from './progress.mjs';
import { probeRegistry } from './registry.mjs';
import { projectRoot } from './root.mjs';

const modules = join(projectRoot, 'node_modules');
const marker = join(modules, '.maillage-lock');

/**
 * Installs the dependencies when they are absent or the lock file changed. Once installed, no
 * network is used.
 * @param {{ withDev: boolean }} options whether the tools of the tests are needed too
 * @throws {Refusal} in French
 */
export async function ensureInstalled({ withDev }) {
  const lock = fingerprint(projectRoot, ['package-lock.json']);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock && (!withDev || isInstalled(true))) return;
  if (!isInstalled(withDev)) await install();
  if (isInstalled(true)) writeFileSync(marker, lock);
}

async function install() {
  const { host, reachable } = await probeRegistry();
  if (!reachable) {
    const kept = existsSync(modules) ? 'Les dépendances déjà installées ont été laissées en place. ' : '';
    throw new Refusal(
      `Le réseau ne répond pas : ${host}, d’où viennent les dépendances, est injoignable. ${kept}` +
        'Aucune donnée n’a été touchée. Vérifiez la connexion (ou le proxy de npm), puis relancez. ' +
        'Une fois l’installation faite, Maillage n’a plus besoin du réseau.',
    );
  }
  const { code, stderr, stdout } = await withProgress('Installation des dépendances', () =>
    npm([
      'ci',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--fetch-retries=2',
      '--fetch-retry-mintimeout=1000',
    ]),
  );
  if (code !== 0) throw new Refusal(failureWords(stderr || stdout));
}

/** @param {string} output */
function failureWords(output) {
  const safe = 'Aucune donnée n’a été touchée.';
  if (/ENOSPC/.test(output)) {
    return `L’installation des dépendances a échoué : le disque est plein. ${safe} Libérez 2 Go, puis relancez.`;
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return (
      `L’installation des dépendances a échoué : impossible d’écrire dans ${modules}. ${safe} ` +
      'Donnez ce dossier au compte qui lance Maillage, puis relancez.'
    );
  }
  return `L’installation des dépendances a échoué. ${safe} Voici ce que dit npm :\n${gist(output)}`;
}

/**
 * What npm says before it explains its own usage.
 * @param {string} output
 */
function gist(output) {
  const [said = ''] = output.split(/^npm error Clean install a project/m);
  return said.trim().split('\n').slice(0, 12).join('\n');
}

/**
 * Whether what npm says it installed is what the lock file asks, so that an install made by hand
 * counts.
 * @param {boolean} withDev
 */
function isInstalled(withDev) {
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = readPackages(join(projectRoot, 'package-lock.json'));
  const found = readPackages(hidden);
  return Object.entries(wanted).every(([path, { version, dev, optional, devOptional, link }]) => {
    if (path === '' || link) return true;
    const installed = found[path];
    if (!installed) return Boolean(optional || devOptional || (dev && !withDev));
    return installed.version === version;
  });
}

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, link?: boolean }} Entry */

/**
 * @param {string} file
 * @returns {Record<string, Entry>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
