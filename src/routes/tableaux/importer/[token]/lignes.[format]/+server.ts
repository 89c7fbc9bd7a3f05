import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { tableaux } from '#lib/messages/tableaux.ts';
import { tableDesk } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { citationColumns } from '#lib/server/export/citation.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import { handOfVisitor, requireRight } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** The rows of a table on its way in that were joined to nothing, and why. */
export const GET: RequestHandler = async (event) => {
  await requireRight(event, 'import-lists');
  const { token, format } = event.params;
  if (format !== 'csv') error(404, exportWords.unknownFormat(format.slice(0, 40)));
  const { owner, now } = await handOfVisitor(event);
  const job = tableDesk.find(token, owner, now);
  if (!job?.joined) error(404, tableaux.import.gone);
  const { headings, cells } = citationColumns(job.file, isoDay(now));
  const rows = job.joined.unmatched.map(({ line, text, reason, detail }) => [
    line,
    text,
    tableaux.reason(reason, detail),
    ...cells,
  ]);
  return attachment(writeCsvRows([[...tableaux.unmatchedFile, ...headings], ...rows]), {
    type: 'text/csv; charset=utf-8',
    name: exportFileName('lignes-non-jointes', isoDay(now), 'csv'),
  });
};
