import { openDatabase } from '#lib/server/db/client.ts';
import { forgetWhatIsOver } from '#lib/server/upkeep/forget-what-is-over.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Forgets what is over, now and every hour. Gives what stops it. */
export function startUpkeep(url: string): () => void {
  const run = () => void forgetOnce(url);
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
    const error = cause instanceof Error ? cause.message : String(cause);
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), task: 'upkeep', error })}\n`);
  } finally {
    await database.close();
  }
}
