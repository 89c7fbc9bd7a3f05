import { openDatabase } from '#lib/server/db/client.ts';
import { beginTurn } from '#lib/server/editions/schedule.ts';
import { startData } from '#lib/server/editions/start-data.ts';

/** An hour of the schedule is kept to within this. */
const LOOK_MS = 5 * 60 * 1000;

/** Looks at once, then every few minutes, whether producers are to be asked. Gives what stops it. */
export function startLiveSchedule(url: string): () => void {
  void lookOnce(url);
  const timer = setInterval(() => void lookOnce(url), LOOK_MS).unref();
  return () => clearInterval(timer);
}

/** A database that does not answer is told to the log, and asked again. */
async function lookOnce(url: string): Promise<void> {
  const database = openDatabase(url, { max: 1, name: `maillage-schedule-${process.pid}` });
  try {
    if (await beginTurn(database, new Date())) startData(['load', '--live', '--scheduled']);
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause);
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), task: 'schedule', error })}\n`);
  } finally {
    await database.close();
  }
}
