import type { RankingPage } from '#lib/composer/ranking-page.ts';
import type { ScoreProblem } from '#lib/domain/need/score-problem.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';

/** Whom one ranks, when it is not everybody. */
export interface RankedScope {
  /** « Isère »; `null` without a territory. */
  name: string | null;
  /** Communes of the perimeter; `null` without one. */
  perimeter: readonly number[] | null;
  /** Ordinals ranked together at the level of the page. */
  members: readonly number[];
  /** Slugs that designate nothing. */
  unknown: readonly string[];
}

/** A ranking as the server reads it: the first one on screen, and the only one without scripts. */
export interface RankingData {
  level: MapLevel;
  ranking: RankingPage;
  /** Of the classes. */
  colours: string[];
  problems: ScoreProblem[];
}
