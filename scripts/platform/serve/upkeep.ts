import { openDatabase } from '#lib/server/db/client.ts';
import { sweepDrafts } from '#lib/server/live/drafts.ts';
import { forgetWhatIsOver } from '#lib/server/upkeep/forget-what-is-over.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Forgets what is over, in the database and on the disk, now and every hour. Gives what stops it. */
export function startUpkeep(url: string, dataDir: string): () => void {
  const run = () => {
    void forgetOnce(url);
    void sweepDrafts(dataDir).catch(complain);
  };
  const timer = setInterval(run, HOUR_MS).unref();
  run();
  return () => clearInterval(timer);
}

/** A database that does not answer is told to the log, and asked again an hour later. */
async function forgetOnce(url: string): Promise<void> {
  const database = openDatabase(url, { max: 1, name: `maillage-upkeep-${process.pid}` });
  try {
    await forgetWhatIsOver(database, new Date());
  } catch (cause) {
    complain(cause);
  } finally {
    await database.close();
  }
}

function complain(cause: unknown): void {
  const error = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), task: 'upkeep', error })}\n`);
}
