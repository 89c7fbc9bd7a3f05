import type { SourceId } from '../../src/lib/domain/indicators/source.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { checkSources, type Checked } from '../../src/lib/server/editions/check-sources.ts';
import { fetchOffer, isFetchFault } from '../../src/lib/server/editions/fetch-offer.ts';
import type { FetchOptions } from '../../src/lib/server/live/fetch-source.ts';

/** Asks producers as the command line does, and takes what is new at once: what came of each source. */
export async function takeFromProducers(
  database: Database,
  sources: readonly SourceId[],
  options: FetchOptions,
): Promise<Map<SourceId, Checked>> {
  const found = await checkSources(database, sources, {
    dataDir: options.dataDir,
    hand: { now: options.patience?.now() ?? new Date(), owner: null, account: null },
    fetch: (source) => fetchOffer(database, source, options),
    isExpected: isFetchFault,
    accepts: () => true,
  });
  if (!found) throw new Error('somebody else is asking the producers');
  return found;
}
