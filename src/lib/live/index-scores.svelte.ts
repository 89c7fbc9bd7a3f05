import type { Classification, ClassificationOptions } from '../domain/classify/classification.ts';
import type { ClassMethod } from '../domain/classify/method.ts';
import { isRestricted, ingredientsOf, sharesOf, type Recipe } from '../domain/need/recipe.ts';
import type { Scores } from '../domain/need/score.ts';
import type { ScoreProblem } from '../domain/need/score-problem.ts';
import { MAP_LEVELS, type MapLevel } from '../domain/territory/level.ts';
import type { IndexView } from '../view/index-view.ts';
import { DEFAULT_VIEW } from '../view/map-view.ts';
import { writeMapView } from '../view/write-map-view.ts';
import { Answer } from './answer.svelte.ts';
import type { LoadedNames } from './loaded-names.ts';
import { NeedDesk } from './need-desk.ts';
import { fetchScoreClasses, RequestError } from './requests.ts';

/** Which index, how it is cut, and where. */
export interface IndexAsked {
  index: IndexView;
  level: MapLevel;
  method: ClassMethod;
  classes: number;
  breaks: readonly number[];
  estimates: boolean;
  /** Ordinals of the perimeter, if there is one. */
  members: Uint32Array | null;
}

/** An index scored: by a worker, or by the server when a source may not be redistributed. */
export interface ScoredIndex {
  asked: IndexAsked;
  classification: Classification;
  problems: readonly ScoreProblem[];
  /** `null` when only classes may be shown. */
  scores: Scores | null;
}

/** Levels at which something of an index is known. */
export function levelsOf(recipe: Recipe, { columns }: LoadedNames): MapLevel[] {
  const shares = sharesOf(recipe);
  const counted = ingredientsOf(recipe).filter((_, at) => (shares[at] as number) > 0);
  const parts = counted.length > 0 ? counted : ingredientsOf(recipe);
  return MAP_LEVELS.filter((level) => parts.some(({ indicator }) => columns[indicator]?.[level]));
}

/** An index composed by the reader, scored again whenever a weight moves. */
export class IndexScores {
  readonly desk: NeedDesk;
  readonly #answer: Answer<ScoredIndex | null>;

  /** `asked` is `null` when nothing is. Made while a component starts. */
  constructor(names: () => LoadedNames, asked: () => IndexAsked | null) {
    this.desk = new NeedDesk(names);
    this.#answer = new Answer(() => {
      const wanted = asked();
      if (!wanted || levelsOf(wanted.index.recipe, names()).length === 0) return null;
      return { key: keyOf(wanted), ask: () => this.#score(wanted) };
    });
    $effect(() => () => this.desk.close());
  }

  async #score(asked: IndexAsked): Promise<ScoredIndex | null> {
    const { index, level, estimates, members, method, classes, breaks } = asked;
    if (isRestricted(index.recipe)) {
      const classification = await fetchScoreClasses(level, queryOf(asked));
      return { asked, classification, problems: [], scores: null };
    }
    const options: ClassificationOptions = { method, classes, manual: breaks };
    const question = { level, recipe: index.recipe, estimates, members, classes: options };
    const scored = await this.desk.score(question);
    return (
      scored && {
        asked,
        scores: scored.scores,
        classification: scored.classification,
        problems: scored.scores.problems,
      }
    );
  }

  /** The latest scores; those before stay while the next are on their way. */
  get value(): ScoredIndex | null {
    return this.#answer.value;
  }

  get pending(): boolean {
    return this.#answer.pending;
  }

  get failed(): boolean {
    return this.#answer.failure !== null;
  }

  /** Whether newer data took the place of what was asked for. */
  get replaced(): boolean {
    const { failure } = this.#answer;
    return failure instanceof RequestError && failure.replaced;
  }

  retry(): void {
    if (this.failed) this.#answer.retry();
  }
}

/** The parameters that decide of scores and classes. */
const queryOf = ({ members: _, ...asked }: IndexAsked): string =>
  writeMapView({ ...DEFAULT_VIEW, ...asked, layer: 'index' });

/** One spelling for each question. */
export const keyOf = (asked: IndexAsked): string => `${queryOf(asked)}#${asked.members?.join(',') ?? ''}`;
