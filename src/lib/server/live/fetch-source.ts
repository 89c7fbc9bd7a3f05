import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sourceNotice, type SourceId } from '../../domain/indicators/source.ts';
import { live } from '../../messages/live.ts';
import {
  keptFetches,
  liveFolder,
  readFetched,
  RECORD,
  type FetchedFile,
  type FetchedSource,
} from '../import/fetched.ts';
import { draftIn, sweepDrafts } from './drafts.ts';
import { fetchFile, type OnBytes } from './fetch-file.ts';
import type { Fetching } from './fetching.ts';
import { LiveError } from './live-error.ts';
import { LIVE_SOURCES } from './live-sources.ts';
import { bePatient, type Patience } from './download/patience.ts';
import { openWire, type Wire } from './reach/wire.ts';

export interface FetchOptions {
  dataDir: string;
  wire?: Wire;
  patience?: Patience;
  signal?: AbortSignal;
  onbytes?: OnBytes;
  /** A fetch that stays whatever its age: the one in use, by its hash. */
  keep?: readonly string[];
}

/** Fetches of a source that are kept: the one in use, and the one that may replace it. */
const KEPT = 2;

/**
 * Fetches the files of a source from its producer into `DATA_DIR/live/{source}/{hash}`: whole, or not at
 * all. What has not changed there is not sent again; what fetches that were killed left goes away first.
 * Throws a `LiveError`, a sentence in French.
 */
export async function fetchSource(source: SourceId, options: FetchOptions): Promise<FetchedSource> {
  const files = LIVE_SOURCES[source];
  if (!files) throw new LiveError('missing', live.notLive(sourceNotice(source).title));
  const { dataDir, wire = openWire(null), patience = bePatient(), signal, onbytes } = options;
  const home = liveFolder(dataDir, source);
  const draft = draftIn(home);
  try {
    await sweepDrafts(dataDir);
    await mkdir(draft, { recursive: true });
  } catch (cause) {
    throw new LiveError('disk', live.disk((cause as Error).message));
  }
  try {
    const fetching: Fetching = { wire, patience, draft, signal };
    const [held = null] = await keptFetches(dataDir, source);
    const fetched: FetchedFile[] = [];
    for (const file of files) {
      try {
        fetched.push(await fetchFile(fetching, file, held, onbytes));
      } catch (cause) {
        if (!file.optional || !(cause instanceof LiveError) || cause.fault !== 'missing') throw cause;
      }
    }
    await rm(join(draft, 'part'), { force: true });
    return await settle(source, home, draft, fetched, held, patience.now());
  } finally {
    await rm(draft, { recursive: true, force: true });
    await prune(dataDir, source, options.keep ?? []);
  }
}

const hashOf = (files: readonly FetchedFile[]): string =>
  createHash('sha256')
    .update(files.map(({ name, sha256 }) => `${name} ${sha256}`).join('\n'))
    .digest('hex')
    .slice(0, 16);

/** Gives the draft its name, in one step: there is never half a fetch under a name. */
async function settle(
  source: SourceId,
  home: string,
  draft: string,
  files: readonly FetchedFile[],
  held: FetchedSource | null,
  now: Date,
): Promise<FetchedSource> {
  const hash = hashOf(files);
  const folder = join(home, hash);
  const known = await readFetched(home, hash);
  const fetchedAt = known?.fetchedAt ?? now;
  const record = { source, fetchedAt: fetchedAt.toISOString(), checkedAt: now.toISOString(), files };
  try {
    await writeFile(join(draft, RECORD), JSON.stringify(record, null, 2));
    if (known) await rename(join(draft, RECORD), join(folder, RECORD));
    else await moveInto(draft, home, hash);
  } catch (cause) {
    throw new LiveError('disk', live.disk((cause as Error).message));
  }
  return { source, folder, hash, files, fetchedAt, checkedAt: now, unchanged: held?.hash === hash };
}

/** Another process may bring the same at the same time: its folder is as good. A broken one is replaced. */
async function moveInto(draft: string, home: string, hash: string): Promise<void> {
  const folder = join(home, hash);
  try {
    await rename(draft, folder);
  } catch (cause) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    if (await readFetched(home, hash)) return;
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  }
}

/** Leaves the last fetches, and those named; drafts are for `sweepDrafts`. */
async function prune(dataDir: string, source: SourceId, keep: readonly string[]): Promise<void> {
  const home = liveFolder(dataDir, source);
  const kept = new Set([
    ...keep,
    ...(await keptFetches(dataDir, source)).slice(0, KEPT).map(({ hash }) => hash),
  ]);
  for (const name of await readdir(home).catch(() => []))
    if (!name.startsWith('.') && !kept.has(name))
      await rm(join(home, name), { recursive: true, force: true });
}
