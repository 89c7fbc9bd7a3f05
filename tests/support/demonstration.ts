import type { Database } from '../../src/lib/server/db/client.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { writeFiles } from './files.ts';

/** Loads the whole demonstration territory into a migrated database. */
export async function loadDemonstration(db: Database): Promise<void> {
  const files = await writeFiles();
  try {
    const outcomes = await loadSources(db, files.origin);
    const failed = outcomes.find(({ outcome }) => outcome === 'failed');
    if (failed?.outcome === 'failed') throw new Error(`${failed.source}: ${failed.message}`);
  } finally {
    await files.remove();
  }
}
