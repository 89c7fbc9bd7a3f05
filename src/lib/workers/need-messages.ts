import type { Classification, ClassificationOptions } from '../domain/classify/classification.ts';
import type { Figures } from '../domain/need/distribution.ts';
import type { Recipe, ReferenceSet } from '../domain/need/recipe.ts';
import type { Scores } from '../domain/need/score.ts';

/** Reference sets that depend on the level only; the two others are everybody and the members sent. */
export type FixedReference = Exclude<ReferenceSet, 'france' | 'perimeter'>;

/** What a level is scored from; sent once, then completed as indicators are added. */
export interface LevelFigures {
  level: string;
  /** Territories of the level; every array has this length. */
  length: number;
  /** By indicator. */
  figures: Readonly<Record<string, Figures>>;
  /** Group of each territory, −1 outside; a set that is not sent is empty. */
  groups?: Partial<Readonly<Record<FixedReference, Int32Array>>>;
}

/** An index to score. */
export interface ScoreQuestion {
  level: string;
  recipe: Recipe;
  /** Whether estimated figures count. */
  estimates: boolean;
  /** Ordinals of the chosen perimeter; read when the reference set is `perimeter`. */
  members?: Uint32Array | null;
  /** How the score is cut into classes. */
  classes: ClassificationOptions;
}

export interface Scored {
  scores: Scores;
  classification: Classification;
}

export type NeedRequest =
  { kind: 'figures'; sent: LevelFigures } | { kind: 'score'; turn: number; question: ScoreQuestion };

export type NeedAnswer = { kind: 'scored'; turn: number; scored: Scored };
