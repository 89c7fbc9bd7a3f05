import { indicator } from '../domain/indicators/catalogue.ts';
import type { Numerals } from '../domain/report/finding.ts';
import { formatIsoDate } from './date.ts';
import { formatValue } from './figure.ts';
import { formatCount, formatDistance, formatNumber, formatPercent } from './number.ts';

/** How sentences write their numbers: as everywhere else on screen. */
export const frenchNumerals: Numerals = {
  value: (id, value) => formatValue(indicator(id), value),
  percent: formatPercent,
  number: formatNumber,
  distance: formatDistance,
  day: formatIsoDate,
  count: formatCount,
};
