import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connect } from '#lib/server/db/connect.ts';
import { loadSources } from '#lib/server/import/load.ts';
import { resolveOrigin } from '#lib/server/import/resolve-origin.ts';
import { IntakeJob } from '#lib/server/jobs/intake-job.ts';
import { readTerritories } from '#lib/server/queries/territories.ts';
import { inventedList } from './invented-list.ts';
import { rounded, timed } from './measure.ts';

const ROWS = 100_000;

/** One import of a list of invented places; prints what it took. */
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const { database, release } = await connect(process.env, log, 'maillage-bench-import');
const origin = await resolveOrigin(process.env, process.cwd(), process.env.DATA_DIR || 'data');
await loadSources(database, origin, { only: ['cog-2026', 'fibre-2026'] });
const territories = await readTerritories(database);
const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-liste-'));
const path = join(folder, 'liste.csv');
const text = inventedList(territories.all('commune'), ROWS);
await writeFile(path, text);
const job = new IntakeJob(
  {
    database,
    territories: () => Promise.resolve(territories),
    changed: () => Promise.resolve(),
    now: () => new Date(),
    geocoder: null,
  },
  path,
  'liste.csv',
  { id: null, name: 'Banc', shared: false },
  { owner: null, account: null },
);
const steps = {
  read: await step(() => job.read()),
  check: await step(() => job.check(job.mapping)),
  keep: await step(() => job.confirm()),
};
const { result, problem } = job;
await rm(folder, { recursive: true, force: true });
await release();
process.stdout.write(
  JSON.stringify({
    rows: ROWS,
    fileMegabytes: rounded(text.length / 1e6),
    steps,
    result: result && { created: result.created, refused: result.refused },
    problem,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);

async function step(act: () => void): Promise<object> {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  const { ms } = await timed(() => {
    act();
    return job.under;
  });
  delays.disable();
  return {
    seconds: rounded(ms / 1000),
    rowsPerSecond: Math.round((1000 * ROWS) / ms),
    loopHeldMs: Math.round(delays.max / 1e6),
  };
}
