import {
  DEFAULT_INDICATOR,
  findIndicator,
  indicator as find,
  indicatorsInUse,
  mayRedistribute,
} from '#lib/domain/indicators/catalogue.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { ranksWithin } from '#lib/domain/indicators/spread.ts';
import { isKnown, type Cell } from '#lib/domain/indicators/value.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatBareValue, STATE_LABELS } from '#lib/format/figure.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { perimetre } from '#lib/messages/perimetre.ts';
import { readColumn } from '#lib/server/queries/perimeter.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { Settings } from './settings.ts';
import type { CommuneRow, CommuneTable } from './page-data.ts';

const words = perimetre.table;

/** Rows sent to the page: a région has at most 4,400 communes. */
const MOST_ROWS = 5_000;

/** Figures with an order that may be listed commune by commune. */
const listable = (indicator: Indicator): boolean =>
  mayRedistribute(indicator) && !indicator.classes && indicator.id !== 'population';

/** The indicators that the table can show, where there are figures. */
export const tableIndicators = (data: Snapshot): Indicator[] =>
  indicatorsInUse().filter(
    (indicator) => listable(indicator) && data.column(indicator.id, 'commune') !== null,
  );

/** The communes of a perimeter with one figure and its rank among them. */
export function communeTable(
  data: Snapshot,
  communes: readonly Territory[],
  { indicator: asked, estimates }: Settings,
): CommuneTable {
  const wanted = asked === null ? undefined : findIndicator(asked);
  const indicator = wanted && listable(wanted) ? wanted : find(DEFAULT_INDICATOR);
  const column = readColumn(data, indicator.id, 'commune', estimates);
  const lowest = indicator.worse === 'low';
  const ordinals = communes.map(({ ordinal }) => ordinal);
  const ranks = column ? ranksWithin(column, ordinals, lowest) : [];
  const rows = communes.map((commune, at): CommuneRow => {
    const cell = column ? cellAt(column, commune.ordinal) : null;
    return {
      name: formatName(commune),
      slug: slugOf('commune', commune.code),
      population: commune.population,
      value: cell && isKnown(cell) ? cell.value : null,
      text: cell ? cellText(indicator, cell) : STATE_LABELS.absent,
      rank: ranks[at] ?? null,
    };
  });
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  const notes: string[] = [];
  if (ranked < rows.length) notes.push(words.share(formatNumber(ranked), formatNumber(rows.length)));
  if (rows.length > MOST_ROWS) notes.push(words.cut(formatNumber(MOST_ROWS), formatNumber(rows.length)));
  return {
    indicator: indicator.id,
    label: indicator.short,
    detail: [indicator.unit, indicator.year].filter(Boolean).join(', '),
    from: lowest ? 'lowest' : 'highest',
    rows: rows.length > MOST_ROWS ? mostPopulous(rows) : rows,
    notes,
  };
}

const mostPopulous = (rows: readonly CommuneRow[]): CommuneRow[] =>
  [...rows].sort((a, b) => (b.population ?? -1) - (a.population ?? -1)).slice(0, MOST_ROWS);

/** The figure alone: its heading names the unit. */
function cellText(indicator: Indicator, cell: Cell): string {
  if (!isKnown(cell)) return STATE_LABELS[cell.state];
  const text = formatBareValue(indicator, cell.value);
  if (cell.state === 'estimated') return `${text} (${STATE_LABELS.estimated})`;
  return cell.marks.includes('floor') ? `${text} ou moins` : text;
}
