import { error } from '@sveltejs/kit';
import { correctedTable } from '#lib/domain/places/intake/corrected.ts';
import { isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { intakeDesk } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import { handOfVisitor, requireRight } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** The file of an import with what was repaired in it and, row by row, what was found. */
export const GET: RequestHandler = async (event) => {
  await requireRight(event, 'import-lists');
  const { token, format } = event.params;
  if (format !== 'csv') error(404, exportWords.unknownFormat(format.slice(0, 40)));
  const { owner, now } = await handOfVisitor(event);
  const job = intakeDesk.find(token, owner, now);
  if (!job?.checked || !job.table) error(404, gestion.intake.gone);
  const { headings, rows } = correctedTable(
    { headings: job.table.headings, rows: job.table.rows, mapping: job.mapping },
    job.checked.rows,
  );
  return attachment(writeCsvRows([headings, ...rows]), {
    type: 'text/csv; charset=utf-8',
    name: exportFileName('fichier-corrige', isoDay(now), 'csv'),
  });
};
