import type { Indicator } from '../domain/indicators/indicator.ts';
import { isoOfDay } from '../domain/indicators/day-number.ts';
import { isKnown, type Cell, type State } from '../domain/indicators/value.ts';
import { formatIsoDate } from './date.ts';
import { formatNumber, formatPercent, NO_BREAK_SPACE, shownPercent } from './number.ts';

/** The word for a figure that is not there, as in legends and tables. */
export const STATE_LABELS: Record<State, string> = {
  value: 'valeur',
  secret: 'secret statistique',
  absent: 'absent de la source',
  estimated: 'estimé',
  incomplete: 'non calculable',
};

/** What writing a figure needs of its indicator. */
type Written = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'classes'>;

/** The units that are things counted, one of them: a unit that a table brings may be another, and stays as it came. */
const SINGULARS: Readonly<Record<string, string>> = {
  foyers: 'foyer',
  habitants: 'habitant',
  lieux: 'lieu',
  lignes: 'ligne',
  locaux: 'local',
  logements: 'logement',
  ménages: 'ménage',
  opérateurs: 'opérateur',
  personnes: 'personne',
  sites: 'site',
};

/** The unit that follows a value, singular up to 1.99 as in French: « 1 site », « 0 local ». */
export const unitAfter = ({ unit }: Pick<Indicator, 'unit'>, value: number | null): string =>
  value !== null && Math.abs(value) < 2 ? (SINGULARS[unit] ?? unit) : unit;

/** A value of an indicator with its unit: « 21 660 € par an », « 97,1 % », « Bourgs ruraux ». */
export function formatValue(indicator: Written, value: number): string {
  const label = indicator.classes?.find((entry) => entry.value === value)?.label;
  if (label !== undefined) return label;
  if (indicator.kind === 'date') return formatIsoDate(isoOfDay(value));
  if (indicator.unit === '%') {
    const sign = indicator.kind === 'evolution' && value > 0 ? '+' : '';
    return sign + formatPercent(value, indicator.decimals);
  }
  const number = formatNumber(value, indicator.decimals);
  return indicator.unit === '' ? number : `${number}${NO_BREAK_SPACE}${unitAfter(indicator, value)}`;
}

/** The figure of the known communes only: a decimal more than a whole figure has, except where things are counted. */
export function formatPartialValue(indicator: Written, value: number): string {
  const decimals = indicator.kind === 'count' ? indicator.decimals : Math.max(1, indicator.decimals);
  return formatValue({ ...indicator, decimals }, value);
}

/** A value without its unit, for table cells under a heading that names it. */
export function formatBareValue(indicator: Written, value: number): string {
  const label = indicator.classes?.find((entry) => entry.value === value)?.label;
  if (label !== undefined) return label;
  if (indicator.kind === 'date') return formatIsoDate(isoOfDay(value));
  return formatNumber(
    indicator.unit === '%' ? shownPercent(value, indicator.decimals) : value,
    indicator.decimals,
  );
}

/** Whether a file writes the values of an indicator in words. */
export const isWritten = ({ kind, classes }: Pick<Indicator, 'kind' | 'classes'>): boolean =>
  classes !== undefined || kind === 'date';

/** A value as a file has it: a class by its name, a day as 2028-01-31, else the number itself. */
export function writtenValue(indicator: Indicator, value: number): string | number {
  if (indicator.kind === 'date') return isoOfDay(value);
  return indicator.classes ? formatBareValue(indicator, value) : value;
}

/** A figure or the word that stands for it; never an empty cell, never 0 for unknown. */
export function formatCell(indicator: Written, cell: Cell): string {
  if (!isKnown(cell)) return STATE_LABELS[cell.state];
  const text = formatValue(indicator, cell.value);
  return cell.marks.includes('floor') ? `${text} ou moins` : text;
}
