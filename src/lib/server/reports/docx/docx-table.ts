import type { ReportTable } from '../../../domain/strategy/report/report-document.ts';
import { cellText, isNumeric } from '../../../strategy/report/cell-text.ts';
import { escapeXml, paragraph, run } from './docx-text.ts';

/** Twentieths of a point between the margins of an A4 page: 174 mm. */
const TEXT_WIDTH = 9_865;

/** A column is as wide as its longest word, or as its texts are long, within these; characters. */
const NARROWEST = 6;
const WIDEST = 28;
/** Room beside the longest word: the margins of a cell, and letters wider than ours. */
const MARGIN = 3;

/** How much of the width each column takes: no figure is cut, and words have most of the room. */
function sharesOf({ columns, rows }: ReportTable): number[] {
  return columns.map((column, at) => {
    const cells = rows.map((row) => cellText(row[at] ?? null, column));
    // No-break spaces hold a figure together: they are no end of a word.
    const words = [column.label, ...cells].flatMap((text) => text.split(/[ \n]+/));
    const longest = Math.max(...words.map(({ length }) => length)) + MARGIN;
    const mean = cells.reduce((sum, { length }) => sum + length, 0) / Math.max(1, cells.length);
    return Math.min(WIDEST, Math.max(NARROWEST, longest, mean));
  });
}

/** A table with its caption over it, its heading row said again on each page, its rows whole. */
export function tableXml(table: ReportTable): string {
  const { caption, columns, rows } = table;
  const shares = sharesOf(table);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share * TEXT_WIDTH) / all));
  const cell = (text: string, at: number, style: string): string => {
    const column = columns[at];
    const aligned = column && isNumeric(column) ? '<w:jc w:val="right"/>' : '';
    const lines = text.split(/\n+/).map((line) => paragraph(style, run(line), aligned));
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${lines.join('')}</w:tc>`;
  };
  const heading = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns
    .map(({ label }, at) => cell(label, at, 'Enttedetableau'))
    .join('')}</w:tr>`;
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns
        .map((column, at) => cell(cellText(row[at] ?? null, column), at, 'Cellule'))
        .join('')}</w:tr>`,
  );
  return (
    paragraph('Lgende', run(caption)) +
    '<w:tbl><w:tblPr><w:tblStyle w:val="Tableau"/>' +
    `<w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblCaption w:val="${escapeXml(caption)}"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${heading}${body.join('')}</w:tbl>`
  );
}
