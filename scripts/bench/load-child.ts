import { connect } from '#lib/server/db/connect.ts';
import { loadSources } from '#lib/server/import/load.ts';
import { resolveOrigin } from '#lib/server/import/resolve-origin.ts';

/** One first load; prints its outcomes and the peak memory of this process (PostgreSQL's not counted). */
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const { database, release } = await connect(process.env, log, 'maillage-bench-load');
const origin = await resolveOrigin(process.env, process.cwd(), process.env.DATA_DIR || 'data');
const outcomes = await loadSources(database, origin);
await release();
process.stdout.write(JSON.stringify({ outcomes, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
