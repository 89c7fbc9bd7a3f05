import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SOURCE_IDS, type SourceId } from '../../domain/indicators/source.ts';

/** One file of a producer, as it was fetched. */
export interface FetchedFile {
  /** As the adapter knows it. */
  name: string;
  url: string;
  /** Of the file as it is kept. */
  sha256: string;
  bytes: number;
  etag: string | null;
  lastModified: string | null;
}

/** The files of one source as fetched from its producer, whole, in a folder of their own that never changes. */
export interface FetchedSource {
  source: SourceId;
  folder: string;
  /** Name of the folder: a digest of the files' names and contents. */
  hash: string;
  files: readonly FetchedFile[];
  /** When these contents were first fetched. */
  fetchedAt: Date;
  /** When the producer was last found to publish them. */
  checkedAt: Date;
  /** Whether they are those of the fetch before. */
  unchanged: boolean;
}

/** The file beside the others that says where they come from. */
export const RECORD = 'fetched.json';

const NAME = /^[0-9a-f]{16}$/;

const text = z.string().nullable();

const RECORDED = z.object({
  source: z.enum(SOURCE_IDS),
  fetchedAt: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  files: z.array(
    z.object({
      name: z.string(),
      url: z.string(),
      sha256: z.string(),
      bytes: z.number(),
      etag: text,
      lastModified: text,
    }),
  ),
});

/** Where the fetches of a source are kept. */
export const liveFolder = (dataDir: string, source: SourceId): string => join(dataDir, 'live', source);

/** What a folder of `live/{source}` holds; `null` when it is not a whole fetch. */
export async function readFetched(folder: string, hash: string): Promise<FetchedSource | null> {
  const content = await readFile(join(folder, hash, RECORD), 'utf8').catch(() => null);
  if (content === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return null;
  }
  const { success, data } = RECORDED.safeParse(json);
  if (!success) return null;
  return {
    ...data,
    folder: join(folder, hash),
    hash,
    fetchedAt: new Date(data.fetchedAt),
    checkedAt: new Date(data.checkedAt),
    unchanged: true,
  };
}

/** The fetches of a source that are kept, the one last found at the producer's first. */
export async function keptFetches(dataDir: string, source: SourceId): Promise<FetchedSource[]> {
  const folder = liveFolder(dataDir, source);
  const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name));
  const found = await Promise.all(names.map((name) => readFetched(folder, name)));
  return found.filter((one) => one !== null).sort((a, b) => b.checkedAt.getTime() - a.checkedAt.getTime());
}

/** One digest for the files of a source, in the adapter's order: that of the file when it is alone. */
export function digestOfFiles(hashes: readonly string[]): string {
  const [first = ''] = hashes;
  return hashes.length === 1 ? first : createHash('sha256').update(hashes.join('')).digest('hex');
}
