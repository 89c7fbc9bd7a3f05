import type { ModelReport } from '#lib/domain/need/estimate/report.ts';
import { povertyChecks, type PovertyChecks } from '#lib/server/queries/poverty-checks.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/** What the section on the estimate shows; `report` is `null` before it was computed. */
export interface EstimateSection {
  report: ModelReport | null;
  checks: PovertyChecks;
  demonstration: boolean;
}

export const estimateSection = (data: Snapshot): EstimateSection => ({
  report: data.povertyReport,
  checks: povertyChecks(data),
  demonstration: data.demonstration,
});
