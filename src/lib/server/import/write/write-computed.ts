import { modelReport } from '../../db/schema/datasets.ts';
import type { Query } from '../../db/client.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Computed, ComputedAdapter } from '../adapter.ts';
import { removeColumns, writeFigures } from './write-columns.ts';

/** Writes what was computed, columns and report, in place of what was computed before. */
export async function writeComputed(
  tx: Query,
  version: number,
  { indicators }: ComputedAdapter,
  { columns, report }: Computed,
  territories: Territories,
): Promise<void> {
  await removeColumns(tx, indicators);
  if (columns.length > 0) await writeFigures(tx, version, columns, territories);
  if (!report) return;
  const row = { version, report: report.content };
  await tx
    .insert(modelReport)
    .values({ model: report.model, ...row })
    .onConflictDoUpdate({ target: modelReport.model, set: row });
}
