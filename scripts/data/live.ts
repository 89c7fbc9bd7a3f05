import { sourceNotice, type SourceId } from '#lib/domain/indicators/source.ts';
import { formatBytes } from '#lib/format/bytes.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { live } from '#lib/messages/live.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { Origin } from '#lib/server/import/origin.ts';
import { liveOptions } from '#lib/server/live/live-options.ts';
import { LIVE_SOURCES, liveSourceIds } from '#lib/server/live/live-sources.ts';
import { loadLive } from '#lib/server/live/load-live.ts';
import { complain, reportLoad, say } from './print.ts';

export interface LiveAsked {
  origin: Origin;
  /** All that can be fetched when none is named. */
  sources: readonly SourceId[];
  dataDir: string;
  json: boolean;
}

/** Fetches sources from their producers and loads them. Gives the exit code: 1 when one failed. */
export async function loadFromProducers(
  database: Database,
  { origin, sources, dataDir, json }: LiveAsked,
): Promise<number> {
  const closed = sources.find((source) => LIVE_SOURCES[source] === undefined);
  if (closed !== undefined)
    return complain(`${live.notLive(sourceNotice(closed).title)}\n${live.known(liveSourceIds().join(', '))}`);
  const outcomes = await loadLive(database, origin, sources.length > 0 ? sources : liveSourceIds(), {
    ...liveOptions(process.env, dataDir),
    report: reportLoad,
    onbytes: reportBytes(),
  });
  if (json) say(JSON.stringify(outcomes, null, 2));
  else
    for (const { fetched } of outcomes)
      for (const { url, bytes, sha256 } of fetched?.files ?? [])
        say(
          `${url} : ${formatBytes(bytes)}, ${formatDateTime(fetched?.checkedAt ?? new Date())}, SHA-256 ${sha256}`,
        );
  return outcomes.some(({ outcome }) => outcome.outcome === 'failed') ? 1 : 0;
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
