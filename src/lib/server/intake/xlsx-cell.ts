import { paddedCode } from './plain-number.ts';

/** Before this, a date of a workbook is a time of day, counted from its day zero. */
const FIRST_DAY = Date.UTC(1900, 0, 1);

/**
 * The text of a cell as the library gives it. `digits`: how many a code shows. A date is an ISO day, with
 * its time unless midnight; a time of day is « 08:30 »; nothing and what is no date are empty.
 */
export function xlsxCellText(cell: unknown, digits?: number): string {
  if (cell instanceof Date) return dateText(cell);
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  return digits === undefined ? text : paddedCode(text, digits);
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day = '', time = ''] = rounded.replace('.000Z', '').split('T');
  if (date.getTime() < FIRST_DAY) return time.replace(/:00$/, '');
  return time === '00:00:00' ? day : `${day}T${time}`;
}
