import { error, fail, redirect } from '@sveltejs/kit';
import { cellAt } from '#lib/domain/indicators/column.ts';
import type { TableDescription } from '#lib/domain/tables/description.ts';
import { formatCell } from '#lib/format/figure.ts';
import { formatName } from '#lib/format/territory.ts';
import { tableaux } from '#lib/messages/tableaux.ts';
import { appDatabase, currentData, dataChanged } from '#lib/server/app.ts';
import { handOfVisitor, refusal, visitorOf } from '#lib/server/guard.ts';
import type { OwnTable } from '#lib/server/queries/own-tables.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { seenTable } from '#lib/server/table-guard.ts';
import { describeTable, removeTable } from '#lib/server/tables/change-table.ts';
import { descriptionOf, readDescriptionForm } from '#lib/server/tables/description-form.ts';
import { shownReport } from '#lib/tables/shown-report.ts';
import type { Actions, PageServerLoad } from './$types';

/** Territories shown of a table: the map and the file have them all. */
const PREVIEW = 15;

/** A table: what it is, what was joined of it, its first figures. */
export const load: PageServerLoad = async (event) => {
  const { table, mine } = await seenTable(event);
  const data = await currentData();
  const { id, name, producer, licence, edition, year, page, file, shared, redistribute } = table;
  return {
    id,
    name,
    facts: { producer, licence, edition, year, page, file, redistribute },
    access: shared ? 'shared' : 'private',
    key: table.keyKind,
    level: table.level,
    at: { created: table.createdAt, changed: table.changedAt },
    mine,
    alone: (await visitorOf(event)).kind === 'single',
    justKept: mine && event.url.searchParams.has('garde'),
    described: mine ? descriptionOf(table) : null,
    report: { ...shownReport(table.report, table.reading), ...(!mine && { examples: [], unread: [] }) },
    indicators: table.indicators.map((indicator) => ({
      id: indicator.id,
      label: indicator.label,
      definition: indicator.definition,
      formula: indicator.formula,
      limits: indicator.limits,
      href: mapHref(indicator.id, table.level),
    })),
    preview: previewOf(table, data),
    mayDownload: mine || redistribute,
  };
};

const mapHref = (id: string, level: string): string =>
  `/carte?i=${id}${level === 'commune' ? '' : `&n=${level}`}`;

/** The first territories that have a row, with every figure. */
function previewOf({ indicators, reading: { level } }: OwnTable, data: Snapshot) {
  const columns = indicators.map((indicator) => ({ indicator, column: data.column(indicator.id, level) }));
  const rows: { code: string; name: string; cells: string[] }[] = [];
  for (const territory of data.territories.all(level)) {
    const cells = columns.map(({ indicator, column }) => ({
      indicator,
      cell: column && cellAt(column, territory.ordinal),
    }));
    if (!cells.some(({ cell }) => cell && cell.state !== 'absent')) continue;
    rows.push({
      code: territory.code,
      name: formatName(territory),
      cells: cells.map(({ indicator, cell }) => (cell ? formatCell(indicator, cell) : '')),
    });
    if (rows.length === PREVIEW) break;
  }
  return { headings: indicators.map(({ short, year }) => `${short}, ${year}`), rows };
}

export const actions: Actions = {
  describe: async (event) => {
    const refused = await refusal(event, 'import-lists');
    if (refused) return fail(refused.status, { problem: refused.problem, described: null });
    const { table, mine } = await seenTable(event);
    if (!mine) error(404, tableaux.sheet.unknown);
    const { description, problem } = readDescriptionForm(await event.request.formData());
    if (problem) return fail(400, { problem, described: description as TableDescription | null });
    if (!(await describeTable(appDatabase(), table.id, description, await handOfVisitor(event))))
      error(404, tableaux.sheet.unknown);
    await dataChanged();
    return { changed: true };
  },
  remove: async (event) => {
    const refused = await refusal(event, 'import-lists');
    if (refused) return fail(refused.status, { problem: refused.problem, described: null });
    const { table, mine } = await seenTable(event);
    if (!mine) error(404, tableaux.sheet.unknown);
    if ((await event.request.formData()).get('sur') !== 'oui')
      return fail(400, { problem: tableaux.sheet.removeUnchecked, described: null });
    if (!(await removeTable(appDatabase(), table.id, await handOfVisitor(event))))
      error(404, tableaux.sheet.unknown);
    await dataChanged();
    redirect(303, '/tableaux?retire=1');
  },
};
