import { formatNumber, NO_BREAK_SPACE } from './number.ts';

/** « 12 000 € », and the cents where there are some. */
export const formatEuros = (value: number): string =>
  `${formatNumber(value, Number.isInteger(value) ? 0 : 2)}${NO_BREAK_SPACE}€`;
