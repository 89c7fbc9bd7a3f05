import { error } from '@sveltejs/kit';
import { correctedTable } from '#lib/domain/places/intake/corrected.ts';
import { isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { intakeDesk } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import { heldJob } from '#lib/server/job-guard.ts';
import type { RequestHandler } from './$types';

/** The file of an import with what was repaired in it and, row by row, what was found. */
export const GET: RequestHandler = async (event) => {
  const { checked, table, mapping } = await heldJob(event, intakeDesk, gestion.intake.gone);
  const { format } = event.params;
  if (format !== 'csv') error(404, exportWords.unknownFormat(format.slice(0, 40)));
  if (!checked || !table) error(404, gestion.intake.gone);
  const { headings, rows } = correctedTable(
    { headings: table.headings, rows: table.rows, mapping },
    checked.rows,
  );
  return attachment(writeCsvRows([headings, ...rows]), {
    type: 'text/csv; charset=utf-8',
    name: exportFileName('fichier-corrige', isoDay(new Date()), 'csv'),
  });
};
