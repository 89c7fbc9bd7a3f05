import { say } from './progress.mjs';

/** @typedef {{ title: string, run: () => Promise<boolean> }} Step */
/** @typedef {{ title: string, ok: boolean | null, seconds: number }} Outcome `ok` is null when it did not run */

/**
 * Runs steps in order and stops at the first that fails.
 * @param {Step[]} steps
 * @returns {Promise<Outcome[]>}
 */
export async function runSteps(steps) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const { title, run } of steps) {
    if (outcomes.some(({ ok }) => ok === false)) {
      outcomes.push({ title, ok: null, seconds: 0 });
      continue;
    }
    say(`\n— ${title}`);
    const start = performance.now();
    const ok = await run();
    outcomes.push({ title, ok, seconds: (performance.now() - start) / 1000 });
  }
  return outcomes;
}

/** @param {Outcome[]} outcomes */
export function summarise(outcomes) {
  say('\nRésumé');
  for (const { title, ok, seconds } of outcomes) {
    const mark = ok === null ? '·' : ok ? '✓' : '✗';
    const detail = ok === null ? 'non lancé' : `${seconds.toFixed(1).replace('.', ',')} s`;
    say(`  ${mark} ${title} (${detail})`);
  }
}
