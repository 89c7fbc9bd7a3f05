import { copyFile, link, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isoDay } from '../../format/date.ts';
import { live } from '../../messages/live.ts';
import type { FetchedFile, FetchedSource } from '../import/fetched.ts';
import { sumOf } from './download/checksum.ts';
import { download } from './download/download.ts';
import type { Fetching } from './fetching.ts';
import { findFile, sayNoQuarter } from './find/find-file.ts';
import { keepColumns } from './keep-columns.ts';
import { LiveError } from './live-error.ts';
import type { LiveFile } from './live-sources.ts';

/** Told of what arrives of a file. */
export type OnBytes = (file: string, bytes: number) => void;

/**
 * Fetches one file of a source into the draft, from the newest edition there is; what the fetch before
 * (`held`) has already is not sent again. Throws a `LiveError`.
 */
export async function fetchFile(
  fetching: Fetching,
  file: LiveFile,
  held: FetchedSource | null,
  onbytes?: OnBytes,
): Promise<FetchedFile> {
  const places = await findFile(fetching, file);
  const path = join(fetching.draft, 'part');
  for (const place of places) {
    const { url, checksum } = place;
    const shown = place.name.replace('-{day}', '').replace('{kind}', file.kinds[0]);
    const before = held?.files.find((one) => one.url === url);
    try {
      const got = await download(fetching.wire, fetching.patience, {
        url,
        path,
        file: shown,
        kinds: file.kinds,
        most: file.most,
        held: before,
        checksum,
        signal: fetching.signal,
        onbytes: (bytes) => onbytes?.(shown, bytes),
      });
      if (!got.unchanged) {
        const { etag, lastModified, kind } = got;
        const { bytes, sha256 } = file.columns ? await sift(path, file.columns, fetching.signal) : got;
        const day = dayOf(place.modified ?? lastModified, fetching);
        // The same contents keep their name, whatever is said of their date.
        const name =
          before?.sha256 === sha256 ? before.name : place.name.replace('{day}', day).replace('{kind}', kind);
        await rename(path, join(fetching.draft, name));
        return { name, url, sha256, bytes, etag, lastModified };
      }
      if (before === undefined || held === null)
        throw new LiveError('refused', live.refused(new URL(url).host, 304));
      await takeAgain(join(held.folder, before.name), join(fetching.draft, before.name));
      return before;
    } catch (cause) {
      if (!(cause instanceof LiveError) || cause.fault !== 'missing' || places.length === 1) throw cause;
    }
  }
  const [{ url } = { url: '' }] = places;
  throw new LiveError('missing', sayNoQuarter(fetching, new URL(url).host));
}

/** Leaves the columns that are kept of a table: what the file then is. */
async function sift(
  path: string,
  columns: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ bytes: number; sha256: string }> {
  await keepColumns(path, columns, signal);
  return { bytes: (await stat(path)).size, sha256: await sumOf(path, 'sha256') };
}

/** « 20261101 »: the day that a file was last changed, that of the fetch when nobody says. */
function dayOf(said: string | null, { patience }: Fetching): string {
  const at = Date.parse(said ?? '');
  return isoDay(Number.isNaN(at) ? patience.now() : new Date(at)).replaceAll('-', '');
}

/** The same file once more, without its bytes where the disk allows: files that were fetched never change. */
const takeAgain = (from: string, to: string): Promise<void> => link(from, to).catch(() => copyFile(from, to));
