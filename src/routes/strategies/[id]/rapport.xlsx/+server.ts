import { workbookTables } from '#lib/domain/strategy/report/workbook-tables.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { gatherReport } from '#lib/server/reports/gather-report.ts';
import { writeReportWorkbook } from '#lib/server/reports/report-workbook.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import type { RequestHandler } from './$types';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every table of the strategy as a workbook: it draws nothing, so that no map can break it. */
export const GET: RequestHandler = async (event) => {
  const { kept } = await openStrategy(event);
  const { report, input } = await gatherReport(await currentData(), appDatabase(), kept, new Date());
  const figures = input.diagnosis?.figures ?? null;
  return attachment(writeReportWorkbook(report, workbookTables(input, report), figures), {
    type: TYPE,
    name: exportFileName(`tableaux ${report.name}`, report.day, 'xlsx'),
  });
};
