import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { tableaux } from '#lib/messages/tableaux.ts';
import { appDatabase } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { citationColumns, tableCitation } from '#lib/server/export/citation.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import { refusedRows } from '#lib/server/queries/versions.ts';
import { seenTable } from '#lib/server/table-guard.ts';
import type { RequestHandler } from './$types';

/** As many as are kept. */
const ALL = 10_000;

/** The rows of a table that were joined to nothing, and why: for who keeps it. */
export const GET: RequestHandler = async (event) => {
  const { table, mine } = await seenTable(event);
  const { format } = event.params;
  if (format !== 'csv') error(404, exportWords.unknownFormat(format.slice(0, 40)));
  if (!mine) error(404, tableaux.sheet.unknown);
  const refused = table.version === null ? [] : await refusedRows(appDatabase(), table.version, ALL);
  const day = isoDay(new Date());
  const { headings, cells } = citationColumns(tableCitation(table), day);
  const rows = refused.map(({ line, code, reason }) => [line, code ?? '', reason, ...cells]);
  return attachment(writeCsvRows([[...tableaux.unmatchedFile, ...headings], ...rows]), {
    type: 'text/csv; charset=utf-8',
    name: exportFileName(`lignes-non-jointes-${table.name}`, day, 'csv'),
  });
};
