import { sourceNotice, type SourceId } from '#lib/domain/indicators/source.ts';
import { formatBytes } from '#lib/format/bytes.ts';
import { editions as words } from '#lib/messages/editions.ts';
import { live } from '#lib/messages/live.ts';
import type { Database } from '#lib/server/db/client.ts';
import { checkSources } from '#lib/server/editions/check-sources.ts';
import { fetchOffer, isFetchFault } from '#lib/server/editions/fetch-offer.ts';
import { endTurn, readSchedule } from '#lib/server/editions/schedule.ts';
import { liveOptions } from '#lib/server/live/live-options.ts';
import { LIVE_SOURCES, liveSourceIds } from '#lib/server/live/live-sources.ts';
import { readTerritories } from '#lib/server/queries/territories.ts';
import { printChecked } from './print-edition.ts';
import { complain, say } from './print.ts';
import { stopSignal } from './stop-signal.ts';

export interface LiveAsked {
  /** All that can be fetched when none is named. */
  sources: readonly SourceId[];
  dataDir: string;
  json: boolean;
  /** Whether new editions replace those in use at once. */
  yes: boolean;
  /** Whether the schedule asks: it says which sources do so unless something looks wrong. */
  scheduled: boolean;
}

/**
 * Fetches sources from their producers and says what new editions would change; those accepted, and first
 * ones, are loaded. Gives the exit code: 1 when a source failed, when it was stopped, or when somebody is
 * already at it.
 */
export async function checkProducers(
  database: Database,
  { sources, dataDir, json, yes, scheduled }: LiveAsked,
): Promise<number> {
  const closed = sources.find((source) => LIVE_SOURCES[source] === undefined);
  if (closed !== undefined)
    return complain(`${live.notLive(sourceNotice(closed).title)}\n${live.known(liveSourceIds().join(', '))}`);
  const signal = stopSignal();
  const fetching = { ...liveOptions(process.env, dataDir), onbytes: reportBytes(), signal };
  const unasked = scheduled ? ((await readSchedule(database))?.unasked ?? []) : [];
  const results = await checkSources(database, sources.length > 0 ? sources : liveSourceIds(), {
    dataDir,
    signal,
    ended: scheduled ? () => endTurn(database) : undefined,
    hand: { now: new Date(), owner: null, account: null },
    fetch: (source) => fetchOffer(database, source, fetching),
    isExpected: isFetchFault,
    accepts: (source, { changes }) => yes || (unasked.includes(source) && changes.alarms.length === 0),
    report: (source, event) => {
      if (typeof event === 'string') process.stderr.write(`  … ${sourceNotice(source).title} : ${event}\n`);
    },
  });
  if (!results) return complain(words.problems.busy);
  if (json)
    say(
      JSON.stringify(
        [...results].map(([source, result]) => ({ source, ...result })),
        null,
        2,
      ),
    );
  else {
    const territories = await readTerritories(database);
    for (const [source, result] of results) printChecked(source, result, territories);
  }
  return signal.aborted || [...results.values()].some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

/** A line of progress every ten megabytes, on the error stream. */
function reportBytes(): (file: string, bytes: number) => void {
  const told = new Map<string, number>();
  return (file, bytes) => {
    const step = Math.floor(bytes / 10_000_000);
    if (step <= (told.get(file) ?? 0)) return;
    told.set(file, step);
    process.stderr.write(`  … ${file} : ${live.received(formatBytes(bytes))}\n`);
  };
}
