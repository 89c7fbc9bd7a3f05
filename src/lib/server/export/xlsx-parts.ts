/** The parts of a workbook that do not depend on its rows (ECMA-376, SpreadsheetML). */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What XML 1.0 forbids or discourages: controls, halves of surrogate pairs, non-characters. */
const FORBIDDEN = /[\p{Cs}\p{Noncharacter_Code_Point}]|[^\P{Cc}\t\n\r]/gu;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers turn a bare carriage return into a line feed.
  '\r': '&#13;',
};

/** Spreadsheets read `_x0041_` in a text as an escaped « A »: the underscore is escaped itself. */
const ESCAPE_LIKE = /_(?=x[0-9a-f]{4}_)/gi;

export const escapeXml = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(ESCAPE_LIKE, '_x005F_')
    .replace(/[&<>"\r]/g, (found) => ENTITIES[found] ?? found);

/** Styles of cells, by their place in `stylesPart`. */
export const STYLES = { plain: 0, heading: 1, text: 2, wrapped: 3, title: 4 } as const;

const FIRST_NUMBER_STYLE = 5;

/** More digits than this say nothing in a spreadsheet's cell; the whole figure is in it all the same. */
const MOST_DECIMALS = 6;

/** The style that shows a number with so many digits after the comma. */
export const numberStyle = (decimals: number): number =>
  FIRST_NUMBER_STYLE + Math.min(MOST_DECIMALS, Math.max(0, Math.trunc(decimals)));

const numberFormats = Array.from(
  { length: MOST_DECIMALS + 1 },
  (_, decimals) => `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`,
);

/** Ids under 164 are the built-in formats; 49 is « text »: a text edited in its cell stays one. */
const FIRST_FORMAT = 164;
const TEXT_FORMAT = 49;

const xf = (format: number, font: number, alignment = ''): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"` +
  ` applyFont="1"${alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`}`;

const WRAP = '<alignment vertical="top" wrapText="1"/>';

/** Fonts, number formats and the styles named above; order matters to Excel. */
export function stylesPart(): string {
  const formats = numberFormats.map(
    (code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${code}"/>`,
  );
  const styles = [
    xf(0, 0),
    xf(TEXT_FORMAT, 1, WRAP),
    xf(TEXT_FORMAT, 0),
    xf(TEXT_FORMAT, 0, WRAP),
    xf(TEXT_FORMAT, 2),
    ...numberFormats.map((_, at) => xf(FIRST_FORMAT + at, 0)),
  ];
  const font = (extra: string, size: number): string =>
    `<font>${extra}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;
  return (
    `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>` +
    `<fonts count="3">${font('', 11)}${font('<b/>', 11)}${font('<b/>', 14)}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** Names of the sheets → the parts that tie them together, by path. */
export function workbookParts(sheets: readonly string[]): Record<string, string> {
  const numbered = sheets.map((name, at) => ({ name, number: at + 1 }));
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inside: string): string =>
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  return {
    '[Content_Types].xml':
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override('/xl/workbook.xml', 'sheet.main') +
      override('/xl/styles.xml', 'styles') +
      numbered.map(({ number }) => override(`/xl/worksheets/sheet${number}.xml`, 'worksheet')).join('') +
      '</Types>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      numbered
        .map(
          ({ name, number }) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      numbered
        .map(({ number }) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))
        .join('') + relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': stylesPart(),
  };
}
