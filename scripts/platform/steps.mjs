import { say } from './progress.mjs';

/** @typedef {{ title: string, run: () => Promise<{ ok: boolean, output?: string }> }} Step `output` is what it did not print itself */
/** @typedef {{ title: string, ok: boolean | null, seconds: number }} Outcome `ok` is null when it did not run */

/**
 * Runs stages in order; the lanes of a stage go side by side, the steps of a lane in order. After a
 * failure no further step starts.
 * @param {Step[][][]} stages
 * @returns {Promise<Outcome[]>} stage by stage, lane by lane
 */
export async function runStages(stages) {
  let failed = false;
  /** @param {Step} step @returns {Promise<Outcome>} */
  const runStep = async ({ title, run }) => {
    if (failed) return { title, ok: null, seconds: 0 };
    say(`\n— ${title}`);
    const start = performance.now();
    const { ok, output } = await run();
    failed ||= !ok;
    if (output?.trim()) say(`\n— ${title} :\n${output.trimEnd()}`);
    return { title, ok, seconds: (performance.now() - start) / 1000 };
  };
  /** @param {Step[]} steps */
  const runLane = async (steps) => {
    const outcomes = [];
    for (const step of steps) outcomes.push(await runStep(step));
    return outcomes;
  };
  const outcomes = [];
  for (const lanes of stages) outcomes.push(...(await Promise.all(lanes.map(runLane))).flat());
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
