import { formatNumber } from '#lib/format/number.ts';

/** A difference with its sign, a true minus; without one when it rounds to nothing. */
export function signed(value: number, decimals: number): string {
  const text = formatNumber(Math.abs(value), decimals);
  if (!/[1-9]/.test(text)) return text;
  return `${value > 0 ? '+' : '\u2212'}${text}`;
}
