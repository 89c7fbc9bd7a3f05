import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { tableaux } from '#lib/messages/tableaux.ts';
import { tableDesk } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { citationColumns } from '#lib/server/export/citation.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import { heldJob } from '#lib/server/job-guard.ts';
import type { RequestHandler } from './$types';

/** The rows of a table on its way in that were joined to nothing, and why. */
export const GET: RequestHandler = async (event) => {
  const { joined, file } = await heldJob(event, tableDesk, tableaux.import.gone);
  const { format } = event.params;
  if (format !== 'csv') error(404, exportWords.unknownFormat(format.slice(0, 40)));
  if (!joined) error(404, tableaux.import.gone);
  const today = isoDay(new Date());
  const { headings, cells } = citationColumns(file, today);
  const rows = joined.unmatched.map(({ line, text, reason, detail }) => [
    line,
    text,
    tableaux.reason(reason, detail),
    ...cells,
  ]);
  return attachment(writeCsvRows([[...tableaux.unmatchedFile, ...headings], ...rows]), {
    type: 'text/csv; charset=utf-8',
    name: exportFileName('lignes-non-jointes', today, 'csv'),
  });
};
