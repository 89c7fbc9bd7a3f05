import type { ComparisonTable } from '../../diagnosis/diagnosis.ts';
import { keepTogether } from '../../format/typography.ts';
import { indicator as find } from '../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { isKnown, type Cell } from '../../domain/indicators/value.ts';
import { figureOf, type Portrait, type Reference } from '../../domain/report/portrait.ts';
import { formatBareValue, formatPartialValue, STATE_LABELS } from '../../format/figure.ts';
import { formatPercent } from '../../format/number.ts';
import { diagnostic as words } from '../../messages/diagnostic.ts';

const NO_VALUE = 'sans objet';

const bareText = (indicator: Indicator, cell: Cell & { value: number }): string => {
  const text = formatBareValue(indicator, cell.value);
  return cell.marks.includes('floor') ? words.notes.floor(text) : text;
};

/** Indicators of a territory beside those of its parents. Figures that only communes have are left out above them. */
export function comparisonTable(
  caption: string,
  ids: readonly string[],
  portrait: Portrait,
): ComparisonTable {
  const compared = new Set(
    portrait.figures.flatMap(({ comparisons }) => comparisons.map(({ to }) => to.slug)),
  );
  const parents = portrait.parents.filter(({ level, slug }) => level !== 'ept' && compared.has(slug));
  const columns: Reference[] = [portrait.territory, ...parents];
  const notes = new Set<string>();
  const rows = ids.flatMap((id) => {
    const figure = figureOf(portrait, id);
    const indicator = find(id);
    if (!figure || figure.classes) return [];
    const cellOf = (column: Reference, at: number): Cell | undefined =>
      at === 0 ? figure.cell : figure.comparisons.find(({ to }) => to.slug === column.slug)?.cell;
    const cells = columns.map((column, at) => {
      const cell = cellOf(column, at);
      const group = column.level !== 'commune' && column.level !== 'arrondissement';
      if (cell === undefined || (cell.state === 'absent' && group && indicator.aggregate.rule === 'none')) {
        return { text: NO_VALUE, known: false };
      }
      if (at === 0 && cell.state === 'incomplete' && cell.value !== null) {
        const partial = formatPartialValue(indicator, cell.value);
        notes.add(
          words.notes.incomplete(indicator.label, partial, formatPercent(100 * cell.cover), column.name),
        );
      }
      if (isKnown(cell) && group && 'label' in indicator.aggregate) {
        notes.add(words.notes.weighted(indicator.label, indicator.aggregate.label));
      }
      return {
        text: isKnown(cell) ? bareText(indicator, cell) : STATE_LABELS[cell.state],
        known: isKnown(cell),
      };
    });
    if (cells[0]?.text === NO_VALUE && cells.every(({ known }) => !known)) return [];
    const detail = [indicator.unit, indicator.year].filter(Boolean).join(', ');
    return [{ id, label: indicator.label, detail, cells }];
  });
  return { caption, headings: columns.map(({ name }) => name), rows, notes: [...notes].map(keepTogether) };
}
