import { error } from '@sveltejs/kit';
import { cellAt } from '#lib/domain/indicators/column.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { STATE_LABELS } from '#lib/format/figure.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { tableaux } from '#lib/messages/tableaux.ts';
import { currentData } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { citationColumns, tableCitation } from '#lib/server/export/citation.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import type { OwnTable } from '#lib/server/queries/own-tables.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { seenTable } from '#lib/server/table-guard.ts';
import type { RequestHandler } from './$types';

/** The figures of a table as they were joined, by territory: for who keeps it, and for all where its licence allows. */
export const GET: RequestHandler = async (event) => {
  const { table, mine } = await seenTable(event);
  const { format } = event.params;
  if (format !== 'csv') error(404, exportWords.unknownFormat(format.slice(0, 40)));
  if (!mine && !table.redistribute) error(403, tableaux.sheet.notRedistributed);
  const day = isoDay(new Date());
  return attachment(writeCsvRows(rowsOf(table, await currentData(), day)), {
    type: 'text/csv; charset=utf-8',
    name: exportFileName(table.name, day, 'csv'),
  });
};

function* rowsOf(table: OwnTable, data: Snapshot, day: string): Generator<(string | number | null)[]> {
  const words = tableaux.figuresFile;
  const {
    indicators,
    reading: { level },
    producer,
  } = table;
  const said = citationColumns(tableCitation(table), day);
  yield [
    words.code,
    words.name,
    ...indicators.flatMap(({ label, unit, year }) => [
      `${label} (${[unit, year, producer].filter((part) => part !== '').join(', ')})`,
      words.state,
    ]),
    ...said.headings,
  ];
  const columns = indicators.map((indicator) => ({ indicator, column: data.column(indicator.id, level) }));
  for (const territory of data.territories.all(level)) {
    const cells = columns.map(({ indicator, column }) => ({
      classes: indicator.classes,
      cell: column ? cellAt(column, territory.ordinal) : null,
    }));
    if (!cells.some(({ cell }) => cell && cell.state !== 'absent')) continue;
    yield [
      territory.code,
      territory.name,
      ...cells.flatMap(({ cell, classes }) => {
        if (!cell) return [null, ''];
        const value = isKnown(cell) ? cell.value : null;
        const named = classes?.find((one) => one.value === value)?.label;
        return [named ?? value, STATE_LABELS[cell.state]];
      }),
      ...said.cells,
    ];
  }
}
