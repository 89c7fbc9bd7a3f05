import { json } from '@sveltejs/kit';
import { appDatabase } from '#lib/server/app.ts';
import { currentVersions } from '#lib/server/queries/versions.ts';
import type { RequestHandler } from './$types';

const headers = { 'cache-control': 'no-store' };

/** Whether pages can show figures now: asks the database each time, never what is held in memory. */
export const GET: RequestHandler = async () => {
  try {
    const versions = await currentVersions(appDatabase());
    const loaded = new Set(versions.map(({ source }) => source));
    if (!loaded.has('cog-2026'))
      return json({ status: 'unready', reason: 'no data loaded' }, { status: 503, headers });
    return json({ status: 'ready', sources: loaded.size }, { headers });
  } catch {
    return json({ status: 'unready', reason: 'database unreachable' }, { status: 503, headers });
  }
};
