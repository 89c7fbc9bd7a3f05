import { error } from '@sveltejs/kit';
import { indicator as catalogued, findIndicator } from '#lib/domain/indicators/catalogue.ts';
import { findSourceNotice, type FigureSource } from '#lib/domain/indicators/source.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { isLevel } from '#lib/domain/territory/level.ts';
import { formatShortDate, isoDay } from '#lib/format/date.ts';
import { STATE_LABELS } from '#lib/format/figure.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { editions as words } from '#lib/messages/editions.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { readCitedFigures } from '#lib/server/editions/former.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { writeCsv } from '#lib/server/export/csv.ts';
import { column } from '#lib/server/export/export-column.ts';
import { OpenTable, type ExportColumn } from '#lib/server/export/table-export.ts';
import { cited } from '../cited.server.ts';
import type { RequestHandler } from './$types';

/** The figures of a version at a level, as they were, while they are kept and may leave. */
export const GET: RequestHandler = async (event) => {
  const { version } = await cited(event);
  if (!version.redistribute) error(403, words.cited.notOpen);
  const asked = event.url.searchParams.get('niveau') ?? 'commune';
  const level = isLevel(asked) ? asked : 'commune';
  const figures = await readCitedFigures(appDatabase(), version, level);
  const notice = findSourceNotice(version.source as FigureSource);
  if (!figures || !notice) error(404, words.cited.noFile);
  const { territories } = await currentData();
  const columns = [...figures.columns].filter(([id]) => findIndicator(id));
  const day = isoDay(version.loadedAt);
  const table = OpenTable.of({
    title: words.cited.fileTitle(version.title, version.edition, String(version.id)),
    date: isoDay(new Date()),
    columns: [
      column('code', words.cited.code, { kind: 'code' }),
      column('nom', words.cited.name, { kind: 'text' }),
      ...columns.map(([id]): ExportColumn => {
        const { label, unit, year, source, decimals } = catalogued(id);
        return column(id, label, { unit, year: version.year ?? year, source, decimals, beside: 'state' });
      }),
    ],
    rows: function* () {
      for (const [at, code] of figures.codes.entries())
        yield {
          id: code,
          cells: [
            code,
            territories.get(level, code)?.name ?? null,
            ...columns.map(([, values]) => {
              const cell = cellAt(values, at);
              const value = isKnown(cell) ? cell.value : null;
              return { value, state: STATE_LABELS[cell.state], interval: null };
            }),
          ],
        };
    },
    notes: [],
    sources: [
      {
        id: notice.id,
        title: version.title,
        producer: version.producer,
        edition: words.cited.fileEdition(
          version.edition,
          formatShortDate(version.loadedAt),
          String(version.id),
        ),
        licence: version.licence,
        page: version.page,
        loaded: formatShortDate(version.loadedAt),
      },
    ],
  });
  const name = exportFileName(`${version.source}-version-${version.id}-${level}`, day, 'csv');
  return attachment(writeCsv(table), { type: 'text/csv; charset=utf-8', name });
};
