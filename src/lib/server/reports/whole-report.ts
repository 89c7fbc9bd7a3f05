import { error } from '@sveltejs/kit';
import { rapport as words } from '../../messages/rapport.ts';
import type { Database } from '../db/client.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { KeptStrategy } from '../strategies/read.ts';
import { gatherReport, type GatheredReport } from './gather-report.ts';

/** A report that may be produced: one with a broken map is refused, with what to do. */
export async function wholeReport(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  kept: KeptStrategy,
): Promise<GatheredReport> {
  const gathered = await gatherReport(data, database, kept, new Date());
  if (gathered.broken.length > 0)
    error(409, `${words.broken.title}. ${words.broken.text(gathered.broken.join(', '))}`);
  return gathered;
}
