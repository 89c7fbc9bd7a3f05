import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { liveFolder } from '../import/fetched.ts';
import { liveSourceIds } from './live-sources.ts';

/** This machine, short enough for the name of a folder: numbers of processes say nothing of those of another. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Longer than a file may take: a draft that nothing was written in for so long is nobody's, wherever it was made. */
const IDLE_MS = 3_600_000;

/** The folder that a fetch of this process writes in, below that of its source. */
export const draftIn = (home: string): string =>
  join(home, `.${MACHINE}-${process.pid}-${randomBytes(6).toString('hex')}`);

/**
 * Takes away what fetches that were killed left: files that came whole and not yet without what names
 * people may be there. A draft goes at once when its process is gone, and after an hour without a byte when
 * that cannot be told (another machine, a number given again to another process).
 */
export async function sweepDrafts(dataDir: string): Promise<void> {
  for (const home of liveSourceIds().map((source) => liveFolder(dataDir, source)))
    for (const name of await namesIn(home))
      if (name.startsWith('.') && (await isLeft(home, name)))
        await rm(join(home, name), { recursive: true, force: true });
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function isLeft(home: string, name: string): Promise<boolean> {
  const [, machine, pid] = /^\.([0-9a-f]{8})-(\d+)-/.exec(name) ?? [];
  if (machine === MACHINE && !isAlive(Number(pid))) return true;
  const draft = join(home, name);
  const paths = [draft, ...(await namesIn(draft)).map((file) => join(draft, file))];
  const times = await Promise.all(paths.map((path) => stat(path).then(({ mtimeMs }) => mtimeMs, Date.now)));
  return Date.now() - Math.max(...times) > IDLE_MS;
}

/** Whether a process of this machine runs; one that we may not signal does. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
