import { live } from '../../../messages/live.ts';
import { datasetResource, resourceById } from './data-gouv.ts';
import type { Fetching } from '../fetching.ts';
import type { FilePlace } from './file-place.ts';
import type { LiveFile } from '../live-sources.ts';
import { lastQuarters } from './quarter.ts';

/** How far back a quarterly file is looked for: a producer a year and a half late is one that stopped. */
const QUARTERS = 6;

/**
 * The addresses to try for a file, the newest edition first; the next one is for when a file is not there.
 * Throws a `LiveError` when the catalogue does not say.
 */
export async function findFile(fetching: Fetching, { name, place }: LiveFile): Promise<FilePlace[]> {
  switch (place.at) {
    case 'address':
      return [{ url: place.url, checksum: null, modified: null, name }];
    case 'quarter':
      return lastQuarters(fetching.patience.now(), QUARTERS).map((quarter) => ({
        url: place.url.replaceAll('{AAAA_TN}', quarter),
        checksum: null,
        modified: null,
        name: name.replaceAll('{AAAA_TN}', quarter),
      }));
    case 'resource':
      return [{ ...(await resourceById(fetching, place.id)), name }];
    case 'dataset': {
      const { title, ...found } = await datasetResource(fetching, place.slug, place.title);
      return [{ ...found, name: name.replace('{title}', title) }];
    }
  }
}

/** What to say when none of the quarters has the file. */
export function sayNoQuarter({ patience }: Fetching, host: string): string {
  const quarters = lastQuarters(patience.now(), QUARTERS).map((quarter) =>
    quarter.replace(/^(\d{4})_T(\d)$/, 'T$2 $1'),
  );
  return live.noQuarter(host, quarters.at(-1) ?? '', quarters[0] ?? '');
}
