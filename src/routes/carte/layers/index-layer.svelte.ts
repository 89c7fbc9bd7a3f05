import type { Classification, ClassificationOptions } from '#lib/domain/classify/classification.ts';
import type { ClassMethod } from '#lib/domain/classify/method.ts';
import { findIndicator, mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import { indexIndicator } from '#lib/domain/need/index-indicator.ts';
import { ingredientsOf, sharesOf, type Recipe } from '#lib/domain/need/recipe.ts';
import type { Scores } from '#lib/domain/need/score.ts';
import type { ScoreProblem } from '#lib/domain/need/score-problem.ts';
import { MAP_LEVELS, type MapLevel } from '#lib/domain/territory/level.ts';
import { indicatorClassLabels } from '#lib/format/class-label.ts';
import { formatValue } from '#lib/format/figure.ts';
import { indexLabel } from '#lib/composer/index-words.ts';
import { Answer } from '#lib/live/answer.svelte.ts';
import type { LoadedNames } from '#lib/live/loaded-names.ts';
import { NeedDesk } from '#lib/live/need-desk.ts';
import { fetchScoreClasses, RequestError } from '#lib/live/requests.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import type { IndexView } from '#lib/view/index-view.ts';
import { DEFAULT_VIEW, type MapView } from '#lib/view/map-view.ts';
import { writeMapView } from '#lib/view/write-map-view.ts';
import { indexLegend } from '../legend/index-legend.ts';
import { indexCard } from '../stage/index-card.ts';
import type { LayerCut, MapLayer, ShownLayer } from './layer.ts';

export interface IndexAsked extends LayerCut {
  index: IndexView;
  method: ClassMethod;
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

/** Whether an index takes figures that stay on the server. */
export const isRestricted = (recipe: Recipe): boolean =>
  ingredientsOf(recipe).some(({ indicator }) => {
    const subject = findIndicator(indicator);
    return subject !== undefined && !mayRedistribute(subject);
  });

/** An index composed by the reader, rescored whenever a weight moves. */
export class IndexLayer implements MapLayer {
  readonly #names: () => LoadedNames;
  readonly #asked: () => IndexAsked | null;
  readonly #desk: NeedDesk;
  readonly #scored: Answer<ScoredIndex | null>;

  /** `asked` is `null` while the map shows something else. Made while a component starts. */
  constructor(names: () => LoadedNames, asked: () => IndexAsked | null) {
    this.#names = names;
    this.#asked = asked;
    this.#desk = new NeedDesk(names);
    this.#scored = new Answer(() => {
      const wanted = asked();
      if (!wanted || this.availableFor(wanted.index.recipe).length === 0) return null;
      return { key: keyOf(wanted), ask: () => this.#score(wanted) };
    });
    $effect(() => () => this.#desk.close());
  }

  async #score(asked: IndexAsked): Promise<ScoredIndex | null> {
    const { index, level, estimates, members } = asked;
    if (isRestricted(index.recipe)) {
      const classification = await fetchScoreClasses(level, queryOf(asked));
      return { asked, classification, problems: [], scores: null };
    }
    const classes: ClassificationOptions = {
      method: asked.method,
      classes: asked.classes,
      manual: asked.breaks,
    };
    const scored = await this.#desk.score({ level, recipe: index.recipe, estimates, members, classes });
    return (
      scored && {
        asked,
        scores: scored.scores,
        classification: scored.classification,
        problems: scored.scores.problems,
      }
    );
  }

  /** Levels at which something of an index is known. */
  availableFor(recipe: Recipe): MapLevel[] {
    const { columns } = this.#names();
    const shares = sharesOf(recipe);
    const counted = ingredientsOf(recipe).filter((_, at) => (shares[at] as number) > 0);
    const parts = counted.length > 0 ? counted : ingredientsOf(recipe);
    return MAP_LEVELS.filter((level) => parts.some(({ indicator }) => columns[indicator]?.[level]));
  }

  get available(): readonly MapLevel[] {
    const asked = this.#asked();
    return asked ? this.availableFor(asked.index.recipe) : [];
  }

  /** The scores on screen. */
  get scored(): ScoredIndex | null {
    return this.#scored.value;
  }

  readonly shown: ShownLayer | null = $derived.by(() => {
    const scored = this.#scored.value;
    if (!scored) return null;
    const { asked, classification } = scored;
    const subject = indexIndicator(asked.index.recipe, indexLabel(asked.index));
    const labels = indicatorClassLabels(subject, classification);
    return {
      painting: {
        level: asked.level,
        classification,
        colours: classColours(subject, classification, asked.method),
        labels,
      },
      legend: indexLegend(asked.index, classification, scored.scores === null),
      format: (value) => formatValue(subject, value),
      describe: (ordinal, name) => indexCard(scored, subject, labels, ordinal, name),
    };
  });

  get pending(): boolean {
    return this.#scored.pending;
  }

  get failed(): boolean {
    return this.#scored.failure !== null;
  }

  get replaced(): boolean {
    const { failure } = this.#scored;
    return failure instanceof RequestError && failure.replaced;
  }

  retry(): void {
    if (this.failed) this.#scored.retry();
  }
}

const viewOf = ({ index, level, method, classes, breaks, estimates }: IndexAsked): MapView => ({
  ...DEFAULT_VIEW,
  layer: 'index',
  index,
  level,
  method,
  classes,
  breaks,
  estimates,
});

const queryOf = (asked: IndexAsked): string => writeMapView(viewOf(asked));

const keyOf = (asked: IndexAsked): string => `${queryOf(asked)}#${asked.members?.join(',') ?? ''}`;
