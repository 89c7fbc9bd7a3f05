import { formatIsoDate } from '../../format/date.ts';
import { exports as words } from '../../messages/exports.ts';
import { headingOf, type ExportKind, type OpenTable } from './table-export.ts';
import { numberStyle, STYLES, workbookParts } from './xlsx-parts.ts';
import { writeSheet, type Sheet, type SheetRow } from './xlsx-sheet.ts';
import { writeZip } from './zip.ts';

/** Characters that a column shows, by what it holds. */
const WIDTHS: Record<ExportKind, number> = { code: 12, number: 16, text: 26 };

const HEADING_HEIGHT = 62;

/** Widths of the sheet of sources: producer, title, edition, licence, page, day. */
const SOURCE_WIDTHS = [34, 46, 24, 30, 60, 14];

function dataSheet(table: OpenTable): Sheet {
  const { fields } = table;
  const styles = fields.map(({ kind, decimals }) =>
    kind === 'number' ? numberStyle(decimals) : STYLES.text,
  );
  function* rows(): Generator<SheetRow> {
    yield {
      cells: fields.map(headingOf),
      styles: fields.map(() => STYLES.heading),
      height: HEADING_HEIGHT,
    };
    for (const { cells } of table.rows()) yield { cells, styles };
  }
  return { widths: fields.map(({ kind }) => WIDTHS[kind]), frozen: true, rows: rows() };
}

function sourcesSheet({ title, date, sources, notes }: OpenTable): Sheet {
  const { headings } = words;
  const line = (style: number, ...cells: string[]): SheetRow => ({
    cells,
    styles: cells.map(() => style),
  });
  const columns = [
    headings.producer,
    headings.title,
    headings.edition,
    headings.licence,
    headings.page,
    headings.loaded,
  ];
  return {
    widths: SOURCE_WIDTHS,
    frozen: false,
    rows: [
      line(STYLES.title, title),
      line(STYLES.text, words.established(formatIsoDate(date))),
      line(STYLES.text),
      line(STYLES.heading, ...columns),
      ...sources.map((source) =>
        line(
          STYLES.wrapped,
          source.producer,
          source.title,
          source.edition,
          source.licence,
          source.page,
          source.loaded,
        ),
      ),
      line(STYLES.text),
      line(STYLES.heading, headings.notes),
      // A sentence runs over the empty cells beside it.
      ...notes.map((note) => line(STYLES.text, note)),
    ],
  };
}

/**
 * A table as a workbook, as it is packed: the figures, headings frozen, codes as text, then a sheet of
 * sources, method and reservations. Written here because the libraries build the whole file on the
 * event loop (docs/exports.md).
 */
export function writeXlsx(table: OpenTable): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const parts = workbookParts([words.sheets.data, words.sheets.sources]);
  return writeZip([
    ...Object.entries(parts).map(([path, text]) => ({ path, text: [text] })),
    { path: 'xl/worksheets/sheet1.xml', text: writeSheet(dataSheet(table)) },
    { path: 'xl/worksheets/sheet2.xml', text: writeSheet(sourcesSheet(table)) },
  ]);
}
