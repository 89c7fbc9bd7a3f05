import { appDatabase, currentData } from '#lib/server/app.ts';
import { pdfResponse } from '#lib/server/reports/pdf-response.ts';
import { wholeReport } from '#lib/server/reports/whole-report.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { printedSummary } from '#lib/strategy/report/printed-report.ts';
import type { RequestHandler } from './$types';

/** The page for elected members as an A4 PDF. */
export const GET: RequestHandler = async (event) => {
  const { kept } = await openStrategy(event);
  const gathered = await wholeReport(await currentData(), appDatabase(), kept);
  return pdfResponse({
    pages: printedSummary(gathered),
    what: `essentiel ${gathered.report.name}`,
    day: gathered.report.day,
    page: `/strategies/${kept.id}/rapport/resume`,
  });
};
