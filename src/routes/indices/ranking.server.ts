import { rankingPage } from '#lib/composer/ranking-page.ts';
import { indexIndicator } from '#lib/domain/need/index-indicator.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { LevelIndex } from '#lib/live/level-index.ts';
import { listTerritories } from '#lib/server/columns/territory-index.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Scope } from '#lib/server/queries/scope.ts';
import { scoreClasses } from '#lib/server/queries/score-classes.ts';
import { scoresOf } from '#lib/server/queries/scores.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import type { MapView } from '#lib/view/map-view.ts';
import type { RankingData } from './page-data.ts';

/** The index of a level, as the browser holds it. */
export const levelIndexOf = (data: Snapshot, level: MapLevel): LevelIndex =>
  remember(data, 'level-index', level, () => new LevelIndex(level, listTerritories(data.territories, level)));

/** The page of the ranking that a view asks for. */
export function readRanking(
  data: Snapshot,
  view: MapView,
  level: MapLevel,
  scope: Scope | null,
): RankingData {
  const { recipe } = view.index;
  const request = { recipe, level, estimates: view.estimates, members: scope?.perimeter ?? [] };
  const scores = scoresOf(data, request);
  const classification = scoreClasses(data, { ...request, method: 'quantile' });
  return {
    level,
    ranking: rankingPage({
      recipe,
      scores,
      codes: classification.codes,
      index: levelIndexOf(data, level),
      members: scope?.members[level] ?? null,
      robustness: null,
      table: view.table,
    }),
    colours: classColours(indexIndicator(recipe, ''), classification),
    problems: scores.problems,
  };
}
