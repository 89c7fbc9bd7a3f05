import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { live } from '../../../messages/live.ts';
import type { Checksum } from '../download/checksum.ts';
import { download } from '../download/download.ts';
import type { Fetching } from '../fetching.ts';
import type { FilePlace } from './file-place.ts';
import { LiveError } from '../live-error.ts';

/** https://www.data.gouv.fr/api/1/ and /api/2/, the catalogue where producers say where their files are. */
const CATALOGUE = 'https://www.data.gouv.fr/api';

/** What the catalogue may answer: a dataset of a thousand resources takes two megabytes. */
const MOST_BYTES = 10_000_000;

const RESOURCE = z.object({
  url: z.string(),
  title: z.string().nullish(),
  filetype: z.string().nullish(),
  last_modified: z.string().nullish(),
  checksum: z.object({ type: z.string(), value: z.string() }).nullish(),
});

type Resource = z.infer<typeof RESOURCE>;

/** Where the catalogue says that a file is. */
type Found = Omit<FilePlace, 'name'>;

const ONE = z.object({ resource: RESOURCE });

const SEVERAL = z.object({ resources: z.array(RESOURCE) });

/**
 * Where a resource is, by its number. When the catalogue does not describe it, its permanent address is
 * asked: it sends on to the file, without a sum.
 */
export async function resourceById(fetching: Fetching, id: string): Promise<Found> {
  const permanent = { url: `${CATALOGUE}/1/datasets/r/${id}`, checksum: null, modified: null };
  try {
    const answer = ONE.safeParse(await readCatalogue(fetching, `${CATALOGUE}/2/datasets/resources/${id}/`));
    return answer.success ? { ...permanent, ...saidOf(answer.data.resource) } : permanent;
  } catch (cause) {
    if (cause instanceof LiveError && (cause.fault === 'missing' || cause.fault === 'unfit'))
      return permanent;
    throw cause;
  }
}

/** The last resource of a dataset, by title, that bears such a one — which must be fit for the name of a file. Throws a `LiveError` when there is none. */
export async function datasetResource(
  fetching: Fetching,
  slug: string,
  title: RegExp,
): Promise<Found & { title: string }> {
  const answer = SEVERAL.safeParse(await readCatalogue(fetching, `${CATALOGUE}/1/datasets/${slug}/`));
  if (!answer.success) throw new LiveError('unfit', live.otherCatalogue('data.gouv.fr'));
  const [last] = answer.data.resources
    .filter((resource) => title.test(resource.title ?? ''))
    .sort((a, b) => ((a.title ?? '') < (b.title ?? '') ? 1 : -1));
  if (!last) throw new LiveError('missing', live.noResource(`https://www.data.gouv.fr/datasets/${slug}/`));
  return { url: last.url, ...saidOf(last), title: last.title ?? '' };
}

const saidOf = (resource: Resource): Pick<Found, 'checksum' | 'modified'> => ({
  checksum: checksumOf(resource),
  modified: resource.last_modified ?? null,
});

/** Only of files kept by data.gouv.fr itself: of others it says what they were when last looked at. */
function checksumOf({ filetype, checksum }: Resource): Checksum | null {
  if (filetype !== 'file' || !checksum) return null;
  const algorithm = checksum.type.toLowerCase().replace('-', '');
  return algorithm === 'md5' || algorithm === 'sha1' || algorithm === 'sha256' || algorithm === 'sha512'
    ? { algorithm, value: checksum.value }
    : null;
}

async function readCatalogue({ wire, patience, draft, signal }: Fetching, url: string): Promise<unknown> {
  const path = join(draft, 'catalogue.json');
  const file = 'Le catalogue de data.gouv.fr';
  try {
    await download(wire, patience, { url, path, file, kinds: ['json'], most: MOST_BYTES, signal });
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new LiveError('unfit', live.otherCatalogue('data.gouv.fr'));
    throw cause;
  } finally {
    await rm(path, { force: true });
  }
}
