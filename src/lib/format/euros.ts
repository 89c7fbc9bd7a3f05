import { formatNumber, NO_BREAK_SPACE } from './number.ts';

/** « 12 000 € », cents only where there are some. */
export const formatEuros = (euros: number): string =>
  `${formatNumber(euros, Number.isInteger(euros) ? 0 : 2)}${NO_BREAK_SPACE}€`;
