import { indexIndicator } from '#lib/domain/need/index-indicator.ts';
import type { Recipe } from '#lib/domain/need/recipe.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { indexLabel } from '#lib/composer/index-words.ts';
import { indicatorClassLabels } from '#lib/format/class-label.ts';
import { formatValue } from '#lib/format/figure.ts';
import { IndexScores, levelsOf, type IndexAsked, type ScoredIndex } from '#lib/live/index-scores.svelte.ts';
import type { LoadedNames } from '#lib/live/loaded-names.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import { indexLegend } from '../legend/index-legend.ts';
import { indexCard } from '../stage/index-card.ts';
import type { MapLayer, ShownLayer } from './layer.ts';

/** An index composed by the reader. */
export class IndexLayer implements MapLayer {
  readonly scores: IndexScores;
  readonly #names: () => LoadedNames;
  readonly #asked: () => IndexAsked | null;

  /** `asked` is `null` while the map shows something else. Made while a component starts. */
  constructor(names: () => LoadedNames, asked: () => IndexAsked | null) {
    this.#names = names;
    this.#asked = asked;
    this.scores = new IndexScores(names, asked);
  }

  /** Levels at which something of an index is known. */
  availableFor(recipe: Recipe): MapLevel[] {
    return levelsOf(recipe, this.#names());
  }

  get available(): readonly MapLevel[] {
    const asked = this.#asked();
    return asked ? this.availableFor(asked.index.recipe) : [];
  }

  /** The scores on screen. */
  get scored(): ScoredIndex | null {
    return this.scores.value;
  }

  readonly shown: ShownLayer | null = $derived.by(() => {
    const scored = this.scores.value;
    if (!scored) return null;
    const { asked, classification } = scored;
    const subject = indexIndicator(asked.index.recipe, indexLabel(asked.index));
    const labels = indicatorClassLabels(subject, classification);
    const colours = classColours(subject, classification, asked.method);
    return {
      painting: { level: asked.level, classification, colours, labels },
      legend: indexLegend(asked.index, classification, scored.scores === null),
      measure: { subject, column: scored.scores?.column ?? null },
      crossing: null,
      format: (value) => formatValue(subject, value),
      describe: (ordinal, name) => indexCard(scored, subject, labels, ordinal, name),
    };
  });

  get pending(): boolean {
    return this.scores.pending;
  }

  get failed(): boolean {
    return this.scores.failed;
  }

  get replaced(): boolean {
    return this.scores.replaced;
  }

  retry(): void {
    this.scores.retry();
  }
}
