import { formatNumber, NO_BREAK_SPACE } from './number.ts';

/** « 12 000 € », cents where there are some. */
export function formatEuros(amount: number): string {
  const isWhole = Math.abs(amount - Math.round(amount)) < 0.005;
  return `${formatNumber(amount, isWhole ? 0 : 2)}${NO_BREAK_SPACE}€`;
}
