import { setImmediate } from 'node:timers/promises';
import { placesAmong } from '#lib/composer/standing.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import type { FigureSource } from '#lib/domain/indicators/source.ts';
import { STATES } from '#lib/domain/indicators/value.ts';
import { indexIndicator } from '#lib/domain/need/index-indicator.ts';
import { ingredientsOf, sharesOf } from '#lib/domain/need/recipe.ts';
import { RobustnessRun, type Robustness } from '#lib/domain/need/robustness.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { formatPercent } from '#lib/format/number.ts';
import { indices } from '#lib/messages/indices.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import type { RankedTerritory, Ranking } from '#lib/server/export/ranking-export.ts';
import type { Scope } from '#lib/server/queries/scope.ts';
import { scoresOf, settingOf, subScoresOf, type ScoreRequest } from '#lib/server/queries/scores.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { MapView } from '#lib/view/map-view.ts';

/** Variants of larger sets are drawn in the browser only: a file would keep the server from others. */
const DRAWN_ON_SERVER = 6_000;

/** Variants drawn between two looks at what else waits. */
const SLICE = 25;

/** Everything that a file of a ranking says, the most fragile first, those without a rank last. */
export async function readRankedTerritories(
  data: Snapshot,
  view: MapView,
  level: MapLevel,
  scope: Scope | null,
): Promise<Omit<Ranking, 'title' | 'date' | 'level'>> {
  const { recipe } = view.index;
  const request: ScoreRequest = { recipe, level, estimates: view.estimates, members: scope?.perimeter ?? [] };
  const scores = scoresOf(data, request);
  const territories = data.territories.all(level);
  const members = scope?.members[level] ?? territories.map(({ ordinal }) => ordinal);
  const places = placesAmong(scores.ranks, members);
  const robust =
    members.length > DRAWN_ON_SERVER ? null : await drawRobustness(data, request, members, view.top);
  const firmAt = new Map(robust && Array.from(robust.members, (ordinal, at) => [ordinal, at]));
  const rows = members
    .map((ordinal): RankedTerritory | null => {
      const territory = territories[ordinal];
      if (!territory) return null;
      const at = firmAt.get(ordinal);
      const value = scores.column.values[ordinal] ?? Number.NaN;
      return {
        code: territory.code,
        name: territory.name,
        departement: territory.departement,
        population: territory.population,
        rank: places.get(ordinal) ?? null,
        score: Number.isNaN(value) ? null : value,
        state: STATES[scores.column.states[ordinal] ?? 0] ?? 'absent',
        interval: null,
        known: (scores.column.covers[ordinal] ?? 0) / 10_000,
        robustness: robust && at !== undefined ? firmnessAt(robust, at) : null,
      };
    })
    .filter((row) => row !== null)
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.code < b.code ? -1 : 1));
  const { unit, decimals } = indexIndicator(recipe, '');
  const shares = sharesOf(recipe);
  const ingredients = ingredientsOf(recipe).map(({ indicator: id }, at) => {
    const { label, source } = indicator(id);
    return { label, source, share: shares[at] ?? 0 };
  });
  const used: FigureSource[] = ingredients.map(({ source }) => source);
  return {
    unit,
    decimals,
    rows,
    ingredients,
    top: robust ? view.top : null,
    notes: [
      `${indices.composer.normalisation} : ${indices.composer.normalisations[recipe.normalisation]}.`,
      `${indices.composer.reference} : ${indices.composer.references[recipe.reference]}.`,
      ...(recipe.normalisation === 'people'
        ? []
        : [indices.legend.threshold(formatPercent(recipe.threshold * 100))]),
      ...(view.estimates ? [] : [indices.ranking.withoutEstimates]),
    ],
    sources: loadedSources(data, ['cog-2026', 'contours', ...used]),
  };
}

async function drawRobustness(
  data: Snapshot,
  request: ScoreRequest,
  among: readonly number[],
  top: number,
): Promise<Robustness> {
  const setting = settingOf(data, request);
  const run = new RobustnessRun(request.recipe, subScoresOf(data, request.level), setting, { among });
  while (!run.finished) {
    run.run(SLICE);
    await setImmediate();
  }
  return run.result(top);
}

const firmnessAt = ({ median, low, high, inTop }: Robustness, at: number): RankedTerritory['robustness'] => ({
  median: median[at] ?? 0,
  low: low[at] ?? 0,
  high: high[at] ?? 0,
  share: inTop[at] ?? 0,
});
