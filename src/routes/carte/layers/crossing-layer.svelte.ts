import { crossClassifications } from '#lib/domain/classify/crossing.ts';
import { MAP_LEVELS, type MapLevel } from '#lib/domain/territory/level.ts';
import { CROSSING_COLOURS } from '#lib/styles/crossing-colours.ts';
import { axisOf, crossingLegend, squareLabels } from '../legend/crossing-words.ts';
import { crossingCard } from '../stage/crossing-card.ts';
import type { MapLayer, ShownCrossing, ShownLayer } from './layer.ts';

/** Two measures drawn as one, each cut in three. */
export class CrossingLayer implements MapLayer {
  readonly #first: () => MapLayer;
  readonly #second: () => MapLayer | null;
  /** The crossing before, shown while one of the two measures is on its way. */
  #last: ShownLayer | null = null;

  /** `second` is `null` while nothing is crossed. Made while a component starts. */
  constructor(first: () => MapLayer, second: () => MapLayer | null) {
    this.#first = first;
    this.#second = second;
  }

  get #both(): MapLayer[] {
    const second = this.#second();
    return second ? [this.#first(), second] : [];
  }

  get available(): readonly MapLevel[] {
    const both = this.#both;
    return MAP_LEVELS.filter(
      (level) => both.length > 0 && both.every((one) => one.available.includes(level)),
    );
  }

  readonly shown: ShownLayer | null = $derived.by(() => {
    const [first, second] = this.#both.map(({ shown }) => shown);
    if (!first?.measure || !second?.measure) return this.#last;
    if (first.painting.level !== second.painting.level) return this.#last;
    this.#last = crossed(first, second);
    return this.#last;
  });

  get pending(): boolean {
    return this.#both.some(({ pending }) => pending);
  }

  get failed(): boolean {
    return this.#both.some(({ failed }) => failed);
  }

  get replaced(): boolean {
    return this.#both.some(({ replaced }) => replaced);
  }

  retry(): void {
    for (const one of this.#both) one.retry();
  }
}

function crossed(first: ShownLayer, second: ShownLayer): ShownLayer {
  const classes = crossClassifications(
    { classification: first.painting.classification, worse: first.measure?.subject.worse ?? null },
    { classification: second.painting.classification, worse: second.measure?.subject.worse ?? null },
  );
  const crossing: ShownCrossing = { classes, first, second };
  const [across, up] = [axisOf(first, classes.steps.first), axisOf(second, classes.steps.second)];
  return {
    painting: {
      level: first.painting.level,
      classification: classes,
      colours: CROSSING_COLOURS,
      labels: squareLabels(across, up),
    },
    legend: crossingLegend(first.legend, second.legend),
    measure: null,
    crossing,
    format: String,
    describe: (ordinal, name) => crossingCard(crossing, ordinal, name),
  };
}
