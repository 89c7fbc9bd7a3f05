import { join } from 'node:path';
import { ensureChromium } from './platform/browser.mjs';
import { ensureBuild } from './platform/build.mjs';
import { ensureInstalled } from './platform/install.mjs';
import { main } from './platform/main.mjs';
import { findMirrorFolder } from './platform/mirror.mjs';
import { Refusal, runToEnd } from './platform/processes.mjs';
import { say } from './platform/progress.mjs';
import { projectRoot } from './platform/root.mjs';
import { runStages, summarise } from './platform/steps.mjs';
import { runVitest } from './platform/vitest.mjs';

/**
 * @param {string} path of a program inside node_modules
 * @param {string[]} args
 */
async function tool(path, ...args) {
  const { code, output } = await runToEnd(process.execPath, [
    join(projectRoot, 'node_modules', path),
    ...args,
  ]);
  return { ok: code === 0, output };
}

await main(async () => {
  await ensureInstalled({ withDev: true });
  const mirror = findMirrorFolder();
  if (!mirror && process.env.CI === 'true') {
    throw new Refusal(
      'CI=true demande les tests sur données réelles, et leur dossier est introuvable ' +
        '(MAILLAGE_MIRROR, ./open-data ou ../shared/open-data).',
    );
  }
  const chromium = await ensureChromium();
  let tests = { passed: 0, failed: 0, ok: true };
  const style = [
    { title: 'Règles du code et flèches (eslint)', run: () => tool('eslint/bin/eslint.js', '.') },
    {
      title: 'Mise en forme (prettier)',
      run: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
    },
  ];
  const build = [
    { title: 'Préparation des types (svelte-kit)', run: () => tool('@sveltejs/kit/svelte-kit.js', 'sync') },
    {
      title: 'Types (svelte-check)',
      run: () => tool('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human'),
    },
    {
      title: 'Construction',
      run: async () => {
        await ensureBuild();
        return { ok: true };
      },
    },
  ];
  const behaviour = [
    {
      title: mirror
        ? 'Tests, données réelles comprises (vitest)'
        : 'Tests, sans les données réelles (vitest)',
      run: async () => {
        tests = await runVitest(process.argv.slice(2), chromium);
        return tests;
      },
    },
  ];
  // Each check keeps one core busy: the two lanes take the time of one.
  const outcomes = await runStages([[style, build], [behaviour]]);
  summarise(outcomes);
  if (!mirror) say('  · Tests sur données réelles : non lancés, aucun dossier de données (MAILLAGE_MIRROR).');
  const ok = outcomes.every((outcome) => outcome.ok);
  const failedSteps = outcomes.filter((outcome) => outcome.ok === false).length;
  say(`\n${tests.passed} passed, ${tests.failed || (ok ? 0 : failedSteps)} failed`);
  return ok ? 0 : 1;
});
