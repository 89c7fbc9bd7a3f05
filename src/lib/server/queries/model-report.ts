import { eq } from 'drizzle-orm';
import { MODEL_REVISION, type ModelReport } from '../../domain/need/estimate/report.ts';
import type { Database } from '../db/client.ts';
import { modelReport } from '../db/schema/datasets.ts';

/** The name under which the estimate of poverty keeps its report. */
export const POVERTY_MODEL = 'pauvrete';

/**
 * What the estimate of poverty says of itself; `null` before it was computed, or when the one that is
 * kept was written by another revision of the model: the next load replaces it.
 */
export async function readPovertyReport(database: Pick<Database, 'query'>): Promise<ModelReport | null> {
  const [row] = await database.query
    .select({ report: modelReport.report })
    .from(modelReport)
    .where(eq(modelReport.model, POVERTY_MODEL));
  const kept = row?.report as (ModelReport & { revision: number }) | undefined;
  return kept?.revision === MODEL_REVISION ? kept : null;
}
