/** Numbers as French administrations write them: U+202F between thousands, decimal comma, a true minus, no-break space before %. */

const formats = new Map<number, Intl.NumberFormat>();

function formatFor(decimals: number): Intl.NumberFormat {
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('fr-FR', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(decimals, format);
  }
  return format;
}

/** A number for reading, never for a file: « 12 500 », « −1,6 »; what rounds to nothing has no sign. */
export function formatNumber(value: number, decimals = 0): string {
  const text = formatFor(decimals).format(value);
  if (!text.startsWith('-')) return text;
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.slice(1);
}

const compactFormat = new Intl.NumberFormat('fr-FR', { notation: 'compact', maximumFractionDigits: 1 });

/** Where room is short: « 340 », « 12 k », « 2,1 M ». */
export const formatCompact = (value: number): string => compactFormat.format(value);

export const NO_BREAK_SPACE = '\u00a0';

/** The percentage that is written for another: a share below the whole never rounds to 100, one above nothing never to 0. */
export function shownPercent(value: number, decimals: number): number {
  const step = 10 ** -decimals;
  if (value < 100 && value >= 100 - step / 2) return 100 - step;
  return value > 0 && value < step / 2 ? step : value;
}

/** A percentage, from a value already in %. */
export const formatPercent = (value: number, decimals = 0): string =>
  `${formatNumber(shownPercent(value, decimals), decimals)}${NO_BREAK_SPACE}%`;

/** A part of a whole among others: what would round to nothing or to all is told as a limit, so that the parts never add up to more. */
export function formatPart(value: number): string {
  if (value > 0 && value < 0.5) return `moins de ${formatPercent(1)}`;
  return value < 100 && value >= 99.5 ? `plus de ${formatPercent(99)}` : formatPercent(value);
}

/** A distance in metres: « 850 m » under a kilometre, « 4,2 km » under ten, « 23 km » above. */
export function formatDistance(metres: number): string {
  if (!Number.isFinite(metres)) return 'aucun lieu';
  if (metres < 950) return `${formatNumber(Math.round(metres / 50) * 50)}${NO_BREAK_SPACE}m`;
  const kilometres = metres / 1000;
  return `${formatNumber(kilometres, kilometres < 9.95 ? 1 : 0)}${NO_BREAK_SPACE}km`;
}

/** `count` with its noun, singular up to 1.99 as in French: « 1 commune », « 2 communes ». */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)}${NO_BREAK_SPACE}${Math.abs(count) < 2 ? singular : plural}`;
}

const ordinalFormat = new Intl.PluralRules('fr-FR', { type: 'ordinal' });

/** A rank: « 1er », « 2e ». */
export const formatRank = (rank: number): string =>
  `${formatNumber(rank)}${ordinalFormat.select(rank) === 'one' ? 'er' : 'e'}`;
