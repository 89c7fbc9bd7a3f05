import type { Classification, ClassificationOptions } from '../domain/classify/classification.ts';
import type { Figures } from '../domain/need/distribution.ts';
import type { Recipe, ReferenceSet } from '../domain/need/recipe.ts';
import type { Robustness } from '../domain/need/robustness.ts';
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

/** A robustness to draw. */
export interface RobustnessQuestion extends Omit<ScoreQuestion, 'classes'> {
  /** Ordinals ranked among themselves; `null` for everybody. */
  among: Uint32Array | null;
  /** How many first places count as « the first ». */
  top: number;
  /** `DRAWS` and `SEED` unless told. */
  draws?: number;
  seed?: number;
}

/** Figures once, then questions. A new robustness takes the place of the one under way; `stop` ends it. */
export type NeedRequest =
  | { kind: 'figures'; sent: LevelFigures }
  | { kind: 'score'; turn: number; question: ScoreQuestion }
  | { kind: 'robustness'; turn: number; question: RobustnessQuestion }
  | { kind: 'stop' };

export type NeedAnswer =
  | { kind: 'scored'; turn: number; scored: Scored }
  | { kind: 'drawn'; turn: number; done: number; of: number }
  | { kind: 'robust'; turn: number; robustness: Robustness }
  | { kind: 'failed'; of: 'score' | 'robustness'; turn: number; message: string };
