import { classOfCode, isEstimatedCode, unclassedOfCode } from '#lib/domain/classify/classification.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { ingredientsOf } from '#lib/domain/need/recipe.ts';
import { withUnit } from '#lib/format/class-label.ts';
import { formatValue, STATE_LABELS } from '#lib/format/figure.ts';
import { formatNumber, formatPercent } from '#lib/format/number.ts';
import { indices } from '#lib/messages/indices.ts';
import type { ScoredIndex } from '#lib/live/index-scores.svelte.ts';
import type { TerritoryCard } from '#lib/stage/territory-card.ts';

/** The card of a territory for the index on screen: score, rank, and what it lacks. */
export function indexCard(
  { asked, classification, scores }: ScoredIndex,
  subject: Indicator,
  labels: readonly string[],
  ordinal: number,
  name: string | null,
): TerritoryCard {
  const words = indices.card;
  const code = classification.codes[ordinal] ?? 0xff;
  const at = classOfCode(code);
  const state = unclassedOfCode(code);
  const base = { name, class: at, state };
  if (!scores) {
    const label = at === null ? undefined : labels[at];
    return {
      ...base,
      figure: label ? withUnit(label, subject.unit) : STATE_LABELS[state ?? 'absent'],
      notes: [],
    };
  }
  const rank = scores.ranks[ordinal] ?? 0;
  const bits = scores.lacking[ordinal] ?? 0;
  const lacking = ingredientsOf(asked.index.recipe).flatMap(({ indicator: id }, k) =>
    (bits >>> k) & 1 ? [indicator(id).short.toLowerCase()] : [],
  );
  const share = (scores.column.covers[ordinal] ?? 0) / 100;
  return {
    ...base,
    figure:
      rank > 0
        ? formatValue(subject, scores.column.values[ordinal] ?? Number.NaN)
        : STATE_LABELS[state ?? 'absent'],
    notes: [
      ...(rank > 0 ? [rankText(rank, scores.ranked)] : []),
      ...(lacking.length > 0 ? [words.known(formatPercent(share)), words.lacks(lacking.join(', '))] : []),
      ...(isEstimatedCode(code) ? [words.estimated] : []),
    ],
  };
}

const rankText = (rank: number, ranked: number): string =>
  rank === 1
    ? indices.card.first(formatNumber(ranked))
    : indices.card.rank(formatNumber(rank), formatNumber(ranked));
