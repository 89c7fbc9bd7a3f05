import { exportFileName } from '#lib/format/file-name.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { writeDocx } from '#lib/server/reports/docx/write-docx.ts';
import { sayPrintFailure } from '#lib/server/reports/print/print-failure.ts';
import { reportPrinter } from '#lib/server/reports/print/report-printer.ts';
import { wholeReport } from '#lib/server/reports/whole-report.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { drawingsPage, drawReport } from '#lib/strategy/report/draw-report.ts';
import type { NamedDrawing } from '#lib/strategy/report/named-drawing.ts';
import type { RequestHandler } from './$types';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The whole report as a document to be edited; without a Chromium, its drawings are said to be on the page. */
export const GET: RequestHandler = async (event) => {
  const { kept } = await openStrategy(event);
  const { report, drawings, demonstration } = await wholeReport(await currentData(), appDatabase(), kept);
  const drawn = drawReport(report, drawings);
  const pictures = await picturesOf(drawn);
  const named = drawn.map((drawing, at) => {
    const png = pictures?.[at];
    const { width, height, alt } = drawing;
    return [drawing.key, { ...drawing, picture: png ? { png, width, height, alt } : null }] as const;
  });
  return attachment(writeDocx({ report, demonstration, drawings: new Map(named) }), {
    type: TYPE,
    name: exportFileName(`rapport ${report.name}`, report.day, 'docx'),
  });
};

/** A picture of each drawing; `null` where there is no Chromium to make them. */
async function picturesOf(drawings: readonly NamedDrawing[]): Promise<Uint8Array[] | null> {
  const printer = reportPrinter();
  if (!printer) return null;
  if (drawings.length === 0) return [];
  return printer.pictures(drawingsPage(drawings), drawings).catch(sayPrintFailure);
}
