/** A value of a cell: text or number as it stands, nothing for null. */
export type CsvCell = string | number | null;

/** Lines of delimited text, each ended by `end`; a cell is quoted when it must be, or always. */
export function csv(
  rows: readonly (readonly CsvCell[])[],
  separator: ',' | ';',
  quote: 'needed' | 'always' = 'needed',
  end: '\n' | '\r\n' = '\n',
): string {
  const write = (cell: CsvCell): string => {
    const text = cell === null ? '' : String(cell);
    const must = quote === 'always' || text.includes(separator) || text.includes('"') || text.includes('\n');
    return must ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(write).join(separator) + end).join('');
}

/** A number with so many decimals and a decimal comma, as INSEE writes it. */
export const withComma = (value: number, decimals: number): string =>
  value.toFixed(decimals).replace('.', ',');

/** A number with so many decimals and a decimal point; nothing for null. */
export const withPoint = (value: number | null, decimals: number): string =>
  value === null ? '' : value.toFixed(decimals);

/** The byte order mark some producers put before their UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
