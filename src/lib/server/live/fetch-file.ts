import { copyFile, link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { live } from '../../messages/live.ts';
import type { FetchedFile, FetchedSource } from '../import/fetched.ts';
import { download } from './download.ts';
import type { Fetching } from './fetching.ts';
import { findFile, sayNoQuarter } from './find-file.ts';
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
  for (const { url, checksum } of places) {
    const before = held?.files.find((one) => one.name === file.name && one.url === url) ?? null;
    const path = join(fetching.draft, file.name);
    try {
      const got = await download(fetching.wire, fetching.patience, {
        url,
        path,
        file: file.name,
        kind: file.kind,
        most: file.most,
        held: before ?? undefined,
        checksum,
        signal: fetching.signal,
        onbytes: (bytes) => onbytes?.(file.name, bytes),
      });
      if (!got.unchanged) {
        const { bytes, sha256, etag, lastModified } = got;
        return { name: file.name, url, sha256, bytes, etag, lastModified };
      }
      if (before === null || held === null)
        throw new LiveError('refused', live.refused(new URL(url).host, 304));
      await takeAgain(join(held.folder, file.name), path);
      return before;
    } catch (cause) {
      if (!(cause instanceof LiveError) || cause.fault !== 'missing' || places.length === 1) throw cause;
    }
  }
  const [{ url } = { url: '' }] = places;
  throw new LiveError('missing', sayNoQuarter(fetching, new URL(url).host));
}

/** The same file once more, without its bytes where the disk allows: files that were fetched never change. */
async function takeAgain(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await link(from, to).catch(() => copyFile(from, to));
}
