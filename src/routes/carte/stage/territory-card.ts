import { classOfCode, isEstimatedCode, unclassedOfCode } from '#lib/domain/classify/classification.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import type { Cell } from '#lib/domain/indicators/value.ts';
import { withUnit } from '#lib/format/class-label.ts';
import { formatCell, STATE_LABELS } from '#lib/format/figure.ts';
import { formatDistance, formatPercent } from '#lib/format/number.ts';
import { carte } from '#lib/messages/carte.ts';
import type { TerritoryCard } from '#lib/stage/territory-card.ts';
import type { IndicatorFigures } from '../layers/indicator-figures.ts';

/** The card of a territory for the figures on screen. */
export function figureCard(figures: IndicatorFigures, ordinal: number, name: string | null): TerritoryCard {
  const code = figures.classification.codes[ordinal] ?? 0;
  const at = classOfCode(code);
  const state = unclassedOfCode(code);
  const base = { name, class: at, state };
  if (!figures.column) {
    const label = at === null ? undefined : figures.labels[at];
    const figure =
      label === undefined ? STATE_LABELS[state ?? 'absent'] : withUnit(label, figures.subject.unit);
    return { ...base, figure, notes: isEstimatedCode(code) ? [carte.card.estimated] : [] };
  }
  const cell = cellAt(figures.column, ordinal);
  return {
    ...base,
    figure: cell.state === 'incomplete' ? incompleteText(cell) : formatCell(figures.subject, cell),
    notes: notesOf(cell),
  };
}

const incompleteText = ({ cover }: Cell): string => carte.card.incomplete(formatPercent(cover * 100));

function notesOf({ marks, state }: Cell): string[] {
  return [
    ...(state === 'estimated' ? [carte.card.estimated] : []),
    ...(marks.includes('perimeter') ? [carte.card.perimeter] : []),
  ];
}

/** The card of a commune for its distance to help; `metres` is NaN without a centre. */
export function distanceCard(metres: number, at: number | null, name: string | null): TerritoryCard {
  const unknown = Number.isNaN(metres);
  return {
    name,
    figure: unknown ? STATE_LABELS.absent : formatDistance(metres),
    class: at,
    state: unknown ? 'absent' : null,
    notes: [],
  };
}
