import { keepTogether } from '#lib/format/typography.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { formatBareValue, formatPartialValue, formatValue, unitAfter } from '#lib/format/figure.ts';
import { formatNumber, formatPercent, formatRank } from '#lib/format/number.ts';
import { comparer } from '#lib/messages/comparer.ts';
import { territoire } from '#lib/messages/territoire.ts';
import type { ParentPosition } from '#lib/server/queries/compared-positions.ts';
import type { ComparedCell } from '#lib/server/queries/comparison.ts';

const words = comparer.table;

/** One figure of the table: every word ready. */
export interface TableCell {
  /** `null` when there is none: `state` then says why. */
  value: string | null;
  unit: string;
  state: string;
  notes: string[];
  /** For the bar; `null` draws none. */
  figure: number | null;
  estimated: boolean;
  ranks: { within: string; text: string }[];
}

/** A share of the denominator, in whole percents. */
const share = (cover: number): string => formatPercent(100 * cover);

export function tableCell(indicator: Indicator, compared: ComparedCell): TableCell {
  const { cell, positions, classes } = compared;
  const known = isKnown(cell) ? cell.value : null;
  const mostly = classes ? mostCommon(indicator, compared) : null;
  const sign = indicator.kind === 'evolution' && known !== null && known > 0 ? '+' : '';
  const floor = cell.marks.includes('floor');
  return {
    value: known === null ? null : `${sign}${formatBareValue(indicator, known)}`,
    unit: floor ? territoire.floorUnit(indicator.unit) : unitAfter(indicator, known),
    state: known === null ? (mostly ?? stateWords(indicator, compared)) : '',
    notes: notesOf(indicator, compared).map(keepTogether),
    figure: indicator.classes || indicator.kind === 'date' ? null : known,
    estimated: cell.state === 'estimated',
    ranks: positions.map((position) => ({
      within: words.within[position.within],
      text: rankWords(position),
    })),
  };
}

function stateWords(indicator: Indicator, { cell, hidden, aggregated }: ComparedCell): string {
  if (hidden) return words.hidden;
  if (cell.state === 'secret') return territoire.states.secret;
  if (cell.state === 'incomplete') return territoire.states.incomplete;
  return aggregated && indicator.aggregate.rule === 'none' ? words.byCommune : territoire.states.absent;
}

function notesOf(indicator: Indicator, { cell, aggregated, hidden }: ComparedCell): string[] {
  if (hidden) return [];
  const notes: string[] = [];
  const of =
    ('weight' in indicator.aggregate && territoire.denominators[indicator.aggregate.weight]) ||
    territoire.people;
  if (cell.state === 'incomplete') {
    notes.push(
      cell.value === null
        ? territoire.notes.none(of)
        : territoire.notes.partial(formatPartialValue(indicator, cell.value), share(cell.cover), of),
    );
  }
  if (cell.state === 'estimated') notes.push(estimateWords(indicator, cell));
  if (cell.state === 'value' && aggregated && cell.cover < 0.9995)
    notes.push(territoire.notes.cover(formatPercent(100 * cell.cover, 1), of));
  if (cell.marks.includes('floor')) notes.push(territoire.notes.floor);
  if (cell.marks.includes('perimeter')) notes.push(territoire.notes.perimeter);
  return notes;
}

function estimateWords(indicator: Indicator, { interval }: ComparedCell['cell']): string {
  if (!interval) return words.estimated;
  const [low, high] = interval;
  return words.interval(formatBareValue(indicator, low), formatValue(indicator, high));
}

/** Past as many peers, ties are the rule and say nothing. */
const TIES_TOLD = 120;

/** « 44e sur 48 », « 2e ex æquo sur 20 ». */
function rankWords({ position }: ParentPosition): string {
  const rank = formatRank(position.above + 1);
  const tied = position.equal > 1 && position.known <= TIES_TOLD;
  return words.rank(tied ? words.tied(rank) : rank, formatNumber(position.known));
}

/** The class in which most people of a group live. */
function mostCommon(indicator: Indicator, { classes }: ComparedCell): string | null {
  const all = [...(classes?.classes ?? [])].sort((a, b) => b.people - a.people);
  const people = all.reduce((sum, one) => sum + one.people, classes?.unknown.people ?? 0);
  const [first] = all;
  if (!first || first.people === 0) return null;
  return keepTogether(
    words.mostly(formatBareValue(indicator, first.value), formatPercent((100 * first.people) / people)),
  );
}
