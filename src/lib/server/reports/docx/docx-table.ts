import type { ReportTable } from '../../../domain/strategy/report/report-document.ts';
import { cellText, isNumeric } from '../../../strategy/report/cell-text.ts';
import { escapeXml, paragraph, run } from './docx-text.ts';

/** Twentieths of a point between the margins of an A4 page: 174 mm. */
const TEXT_WIDTH = 9_865;

/** A column of figures takes so much of one of words. */
const FIGURE_SHARE = 0.6;

/** A table with its caption over it, its heading row said again on each page, its rows whole. */
export function tableXml({ caption, columns, rows }: ReportTable): string {
  const shares = columns.map((column) => (isNumeric(column) ? FIGURE_SHARE : 1));
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
