import { formatNumber } from '#lib/format/number.ts';
import { MOST_SECONDS } from '#lib/server/api/jobs/job-limits.ts';
import { describedAddresses } from '#lib/server/api/described.ts';
import { ACTIONS, API_ROOT, ENDPOINTS } from '#lib/server/api/registry.ts';
import { KEY_SHARE } from '#lib/server/api-door.ts';
import { apiReadsPerMinute, reachableData } from '#lib/server/app.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import type { PageServerLoad } from './$types';

/** The interface as its own document describes it, its limits, and what it does not give. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await reachableData();
  const kept = (data ? loadedSources(data) : []).filter(({ id }) => !sourceNotice(id).redistribute);
  return {
    origin: url.origin,
    root: API_ROOT,
    addresses: describedAddresses(ENDPOINTS, ACTIONS, { origin: url.origin, root: API_ROOT }),
    reads: formatNumber(apiReadsPerMinute()),
    keyed: formatNumber(KEY_SHARE * apiReadsPerMinute()),
    seconds: formatNumber(MOST_SECONDS),
    kept: kept.map(({ id, title, producer }) => ({ id, title, producer })),
  };
};
