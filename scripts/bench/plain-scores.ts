import { knownFigures } from '#lib/domain/need/distribution.ts';
import { percentileRanks } from '#lib/domain/need/priority.ts';
import { ingredientsOf, type Recipe } from '#lib/domain/need/recipe.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

interface Row {
  at: number;
  parts: (number | null)[];
}

export interface PlainRank {
  at: number;
  score: number;
  rank: number;
}

/**
 * The peer of the bench: the same index of one component written the plain way, an object a commune
 * and `Array.sort`. Its sub-scores are made once too: only what a moved weight changes is timed.
 */
export function plainScores(data: Snapshot, recipe: Recipe): { weigh(): PlainRank[] } {
  const ingredients = ingredientsOf(recipe);
  const columns = ingredients.map(({ indicator, fragile }) => {
    const column = data.column(indicator, 'commune');
    return column ? percentileRanks(knownFigures(column, true), fragile) : null;
  });
  const rows: Row[] = data.territories.all('commune').map(({ ordinal }) => ({
    at: ordinal,
    parts: columns.map((column) => {
      const place = column?.[ordinal] ?? Number.NaN;
      return Number.isNaN(place) ? null : place * 10;
    }),
  }));
  const whole = ingredients.reduce((sum, { weight }) => sum + weight, 0);

  const weigh = (): PlainRank[] => {
    const ranked: PlainRank[] = [];
    for (const { at, parts } of rows) {
      let sum = 0;
      let weight = 0;
      parts.forEach((part, k) => {
        const own = ingredients[k]?.weight ?? 0;
        if (part === null) return;
        sum += part * own;
        weight += own;
      });
      if (weight === 0 || weight / whole < recipe.threshold - 1e-9) continue;
      ranked.push({ at, score: Math.round((sum / weight) * 1e8) / 1e8, rank: 0 });
    }
    ranked.sort((a, b) => b.score - a.score);
    ranked.forEach((row, i) => {
      const before = ranked[i - 1];
      row.rank = before?.score === row.score ? before.rank : i + 1;
    });
    return ranked;
  };
  return { weigh };
}
