import { isSourceId, sourceNotice, SOURCES } from '../../domain/indicators/source.ts';
import type { FrozenFigures } from '../../domain/strategy/diagnosis/frozen-figures.ts';
import type { Report, ReportTable } from '../../domain/strategy/report/report-document.ts';
import { formatIsoDate } from '../../format/date.ts';
import { exports } from '../../messages/exports.ts';
import { rapport } from '../../messages/rapport.ts';
import { digitsOf } from '../../strategy/report/cell-text.ts';
import { numberStyle, STYLES, workbookParts } from '../export/xlsx-parts.ts';
import { writeSheet, type Sheet, type SheetRow } from '../export/xlsx-sheet.ts';
import { writeZip } from '../export/zip.ts';

const words = rapport.workbook;

type Cell = string | number | null;

/** Characters that a column shows. */
const WIDE = 34;
const NARROW = 16;

/** A name of a sheet and what it holds. */
interface NamedSheet {
  name: string;
  sheet: Sheet;
}

/**
 * Every table of a strategy as a workbook: numbers are numbers, codes and texts are texts, there is no formula.
 * Figures of a source that may not be redistributed are left out, and the sheet of sources says so.
 */
export function writeReportWorkbook(
  report: Report,
  tables: readonly ReportTable[],
  figures: FrozenFigures | null,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const sheets: NamedSheet[] = [
    ...tables.map((table) => ({
      name: words.names[table.key as keyof typeof words.names] ?? table.caption,
      sheet: tableSheet(table),
    })),
    ...(figures ? [{ name: words.figures, sheet: figuresSheet(figures) }] : []),
    { name: words.sources, sheet: sourcesSheet(report, figures) },
  ];
  return writeZip([
    ...Object.entries(workbookParts(sheets.map(({ name }) => name))).map(([path, text]) => ({
      path,
      text: [text],
    })),
    ...sheets.map(({ sheet }, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, text: writeSheet(sheet) })),
  ]);
}

const row = (cells: readonly Cell[], style: (cell: Cell) => number): SheetRow => ({
  cells,
  styles: cells.map(style),
});

const bodyStyle = (cell: Cell): number =>
  typeof cell === 'number' ? numberStyle(digitsOf(cell, 6)) : STYLES.wrapped;

const sheetOf = (
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: number[],
): Sheet => ({
  widths,
  frozen: true,
  rows: [row(headings, () => STYLES.heading), ...rows.map((cells) => row(cells, bodyStyle))],
});

const tableSheet = ({ columns, rows }: ReportTable): Sheet =>
  sheetOf(
    columns.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`)),
    rows.map((cells) =>
      cells.map((cell, at) =>
        columns[at]?.kind === 'day' && typeof cell === 'string' ? formatIsoDate(cell) : cell,
      ),
    ),
    columns.map(({ kind }) => (kind === 'text' ? WIDE : NARROW)),
  );

/** Titles of the sources whose figures stay on screen. */
const KEPT_IN: ReadonlySet<string> = new Set(
  SOURCES.filter(({ redistribute }) => !redistribute).map(({ title }) => title),
);

function figuresSheet({ figures, day }: FrozenFigures): Sheet {
  const { label, text, value, year, source, day: frozen } = words.figureColumns;
  return sheetOf(
    [label, text, value, year, source, frozen],
    figures
      .filter((figure) => !KEPT_IN.has(figure.source))
      .map((figure) => [
        figure.label,
        figure.text,
        figure.value,
        figure.year || null,
        figure.source,
        formatIsoDate(day),
      ]),
    [WIDE, NARROW, NARROW, NARROW, WIDE, NARROW],
  );
}

function sourcesSheet({ name, day }: Report, figures: FrozenFigures | null): Sheet {
  const { headings } = exports;
  const editions = figures?.editions ?? [];
  const left = editions.flatMap(({ source }) =>
    isSourceId(source) && !sourceNotice(source).redistribute ? [sourceNotice(source)] : [],
  );
  const line = (style: number, ...cells: Cell[]): SheetRow => row(cells, () => style);
  return {
    widths: [WIDE, WIDE, NARROW, WIDE, WIDE, NARROW],
    frozen: false,
    rows: [
      line(STYLES.title, words.title(name)),
      line(STYLES.text, exports.established(formatIsoDate(day))),
      line(STYLES.text),
      line(
        STYLES.heading,
        headings.producer,
        headings.title,
        headings.edition,
        headings.licence,
        headings.page,
        headings.loaded,
      ),
      ...editions.map(({ source, title, edition, loaded }) => {
        const notice = isSourceId(source) ? sourceNotice(source) : null;
        return line(
          STYLES.wrapped,
          notice?.producer ?? null,
          title,
          edition,
          notice?.licence ?? null,
          notice?.page ?? null,
          formatIsoDate(loaded),
        );
      }),
      line(STYLES.text),
      line(STYLES.heading, headings.notes),
      ...[
        words.own,
        ...rapport.method,
        ...left.map(({ title, producer, licence }) => exports.leftOut(title, producer, licence)),
      ].map((note) => line(STYLES.text, note)),
    ],
  };
}
