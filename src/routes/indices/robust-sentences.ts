import type { RankingRow } from '#lib/composer/ranking-page.ts';
import type { Robustness } from '#lib/domain/need/robustness.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { formatNumber, formatPercent } from '#lib/format/number.ts';
import { firstOnes } from '#lib/format/territory.ts';
import { indices } from '#lib/messages/indices.ts';

/** From this share of the variants a place among the first ones is firm. */
const FIRM = 0.9;

/** Sentences on single territories: as many as are read. */
const NAMED = 3;

/** What the variants say of the first ones, for a report. */
export function robustSentences(
  { members, ranks, low, high, inTop, top }: Robustness,
  level: MapLevel,
  rows: readonly RankingRow[],
  name: (ordinal: number) => string,
): string[] {
  const words = indices.robustness;
  const first = [...members.keys()].filter((at) => (ranks[at] as number) <= top);
  if (first.length === 0) return [];
  const firm = first.filter((at) => (inTop[at] as number) >= FIRM).length;
  const placeOf = new Map(Array.from(members, (ordinal, at) => [ordinal, at]));
  const shown = rows.flatMap(({ ordinal }) => placeOf.get(ordinal) ?? []).slice(0, NAMED);
  const loosest = first.reduce((a, b) => (spread(a) >= spread(b) ? a : b));
  function spread(at: number): number {
    return (high[at] as number) - (low[at] as number);
  }
  return [
    words.firm(formatNumber(firm), formatNumber(top), firstOnes(level)),
    ...shown.map((at) =>
      words.sentence(
        name(members[at] as number),
        formatNumber(top),
        firstOnes(level),
        formatPercent((inTop[at] as number) * 100),
      ),
    ),
    ...(spread(loosest) > 0
      ? [
          words.fragile(
            name(members[loosest] as number),
            formatNumber(low[loosest] as number),
            formatNumber(high[loosest] as number),
          ),
        ]
      : []),
  ];
}
