import { appDatabase, currentData } from '#lib/server/app.ts';
import { gatherReport } from '#lib/server/reports/gather-report.ts';
import { reportPrinter } from '#lib/server/reports/print/report-printer.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { headingOf } from '../../heading.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const opened = await openStrategy(event);
  const data = await currentData();
  const { report, broken, demonstration } = await gatherReport(data, appDatabase(), opened.kept, new Date());
  return {
    heading: headingOf(opened, data),
    // The page holds no more than its chapters: maps and tables stay on the server.
    report: {
      ...report,
      chapters: report.chapters.filter(({ key }) => key === 'summary' || key === 'actions'),
    },
    demonstration,
    canPrint: broken.length === 0 && reportPrinter() !== null,
    isBroken: broken.length > 0,
  };
};
