import type { ReportCell, ReportColumn } from '../../domain/strategy/report/report-document.ts';
import { formatIsoDate } from '../../format/date.ts';
import { formatEuros } from '../../format/euros.ts';
import { formatNumber, NO_BREAK_SPACE } from '../../format/number.ts';
import { rapport } from '../../messages/rapport.ts';

/** Digits after the comma that a number has, as many as its column may show. */
export const digitsOf = (value: number, most: number): number =>
  Math.min(most, (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length);

/** A cell as it is read: what is not said is said not to be. */
export function cellText(cell: ReportCell, { kind, unit, decimals }: ReportColumn): string {
  if (cell === null) return rapport.unsaid;
  if (typeof cell === 'string') return kind === 'day' ? formatIsoDate(cell) : cell;
  if (unit === '€') return formatEuros(cell);
  const number = formatNumber(cell, digitsOf(cell, decimals));
  return unit === '' ? number : `${number}${NO_BREAK_SPACE}${unit}`;
}

/** Whether a column holds figures, which are aligned by their end. */
export const isNumeric = ({ kind }: ReportColumn): boolean => kind === 'number' || kind === 'figure';
