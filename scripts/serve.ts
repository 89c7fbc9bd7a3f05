import { openDatabase } from '#lib/server/db/client.ts';
import { ClusterFailure } from '#lib/server/db/cluster/failure.ts';
import { ServerHeld } from '#lib/server/db/presence.ts';
import { BEGIN_AGAIN } from './platform/launch.mjs';
import { Refusal } from './platform/processes.mjs';
import { say } from './platform/progress.mjs';
import { loadApplication, loadDevelopment } from './platform/serve/application.ts';
import { holdDatabase, updateSchema, type Held } from './platform/serve/database.ts';
import { loadMissing } from './platform/serve/load.ts';
import { isLostConnection } from './platform/serve/lost-connection.ts';
import { readSettings } from './platform/serve/settings.ts';
import { onStopRequest, type Reason } from './platform/serve/stop.ts';
import { startLiveSchedule } from './platform/serve/live-schedule.ts';
import { startUpkeep } from './platform/serve/upkeep.ts';
import { takePort, type WebServer } from './platform/serve/web-server.ts';

let web: WebServer | undefined;
let held: Held | undefined;
let stopUpkeep: (() => void) | undefined;
let stopSchedule: (() => void) | undefined;
let closeDevelopment: (() => Promise<void>) | undefined;
const stopping = new AbortController();

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  // A second server on the same data is told so even when it asks for the same port.
  const port = await takePort(settings.host, settings.port).then(
    (taken) => (web = taken),
    (refusal: unknown) => refusal,
  );
  held = await holdDatabase(settings, web?.port ?? settings.port);
  if (!web) throw port;
  const db = openDatabase(held.url, { max: 2, name: `maillage-start-${process.pid}` });
  try {
    await updateSchema(db);
    if (!settings.asIs && !stopping.signal.aborted) await loadMissing(db, held.url, stopping.signal);
  } finally {
    await db.close();
  }
  if (stopping.signal.aborted) return;
  process.env.DATABASE_URL = held.url;
  if (settings.dev) {
    const development = await loadDevelopment();
    closeDevelopment = development.close;
    web.handle(development.listener);
  } else {
    web.handle(await loadApplication());
  }
  stopUpkeep = startUpkeep(held.url, settings.dataDir);
  stopSchedule = startLiveSchedule(held.url);
  say(`Maillage est ouvert : ${web.url}  (Ctrl C pour arrêter)`);
}

async function stop(reason: Reason | 'failed'): Promise<void> {
  stopping.abort();
  if (reason !== 'failed') say('Arrêt en cours…');
  await started.catch(() => undefined);
  stopUpkeep?.();
  stopSchedule?.();
  await web?.drain();
  await closeDevelopment?.();
  process.emit('sveltekit:shutdown' as 'beforeExit', 0);
  await held?.release();
  if (reason !== 'failed') say('Maillage est arrêté.');
}

function explain(error: unknown): string {
  if (error instanceof Refusal || error instanceof ClusterFailure || error instanceof ServerHeld)
    return error.message;
  return `Maillage n’a pas pu démarrer, pour une raison imprévue. Les données enregistrées sont intactes.\n${
    error instanceof Error ? error.stack : String(error)
  }`;
}

/** Ends after what can be put away in a few seconds: what hangs by a lost connection is not waited for. */
function endWith(code: number): void {
  setTimeout(() => process.exit(code), END_MS).unref();
  void stop('failed').finally(() => process.exit(code));
}

const END_MS = 5_000;

let ending = false;
process.on('uncaughtException', (error) => {
  // A lost connection is told by each of its timers.
  if (ending) return;
  ending = true;
  if (isLostConnection(error)) {
    say(
      'La connexion à la base de données s’est perdue : Maillage redémarre. Rien de ce qui était enregistré n’est perdu.',
    );
    endWith(BEGIN_AGAIN);
  } else {
    process.stderr.write(`\n${error.stack ?? error.message}\n`);
    endWith(1);
  }
});

onStopRequest(
  (reason) => void stop(reason).finally(() => process.exit(0)),
  () => web?.cut(),
);
const started = start();
started.catch(async (error: unknown) => {
  if (stopping.signal.aborted) return;
  process.stderr.write(`\n${explain(error)}\n`);
  await stop('failed');
  process.exit(1);
});
