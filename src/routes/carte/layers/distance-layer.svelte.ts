import { classify, classOfCode, type Classification } from '#lib/domain/classify/classification.ts';
import { classifyDistances } from '#lib/domain/classify/distance-classes.ts';
import { DISTANCE } from '#lib/domain/access/distance-indicator.ts';
import { distanceColumn } from '#lib/domain/access/distance-column.ts';
import type { Column } from '#lib/domain/indicators/column.ts';
import { NO_FILTER, type PlaceFilter } from '#lib/domain/places/filter.ts';
import type { PlacePoints } from '#lib/domain/places/place-points.ts';
import { classLabels } from '#lib/format/class-label.ts';
import { formatDistance, formatNumber } from '#lib/format/number.ts';
import { Answer } from '#lib/live/answer.svelte.ts';
import type { LevelIndex } from '#lib/live/level-index.ts';
import { carte } from '#lib/messages/carte.ts';
import { sequential } from '#lib/styles/ramps.ts';
import { startGapRunner, type GapRunner } from '#lib/workers/gap-runner.ts';
import type { Gap } from '#lib/workers/gap.ts';
import type { Cut } from '#lib/view/crossing-view.ts';
import { beyondSentence, distanceLegend } from '../legend/legend-words.ts';
import { distanceCard } from '../stage/territory-card.ts';
import type { MapLayer, ShownLayer } from './layer.ts';

export interface DistanceAsked {
  filter: PlaceFilter;
  /** The places that answer what is asked beyond the filter; empty when nothing is. */
  bits: string;
  /** `null`: by its own limits. */
  cut: Cut | null;
}

/** How far every commune is from the nearest place of the filter, measured in a worker. */
export class DistanceLayer implements MapLayer {
  readonly available = ['commune'] as const;
  readonly replaced = false;
  readonly #asked: () => DistanceAsked | null;
  readonly #places: Answer<PlacePoints>;
  readonly #index: () => LevelIndex | null;
  readonly #gap: Answer<Gap | null>;
  #runner: { runner: GapRunner; places: PlacePoints; index: LevelIndex } | null = null;

  /**
   * `asked` is `null` while the map shows something else; `points` are the places with what is asked of them,
   * `index` is that of the communes.
   */
  constructor(
    asked: () => DistanceAsked | null,
    places: Answer<PlacePoints>,
    points: () => PlacePoints | null,
    index: () => LevelIndex | null,
  ) {
    this.#asked = asked;
    this.#places = places;
    this.#index = index;
    this.#gap = new Answer(() => {
      const wanted = asked();
      const [at, communes] = [points(), index()];
      if (!wanted || !at || !communes) return null;
      const { filter, bits } = wanted;
      return { key: JSON.stringify([filter, bits]), ask: () => this.#runnerFor(at, communes).ask(filter) };
    });
    $effect(() => () => this.#runner?.runner.close());
  }

  #runnerFor(places: PlacePoints, index: LevelIndex): GapRunner {
    if (this.#runner?.places !== places || this.#runner.index !== index) {
      this.#runner?.runner.close();
      this.#runner = { runner: startGapRunner({ centres: index, places }), places, index };
    }
    return this.#runner.runner;
  }

  readonly shown: ShownLayer | null = $derived.by(() => {
    const gap = this.#gap.value;
    const asked = this.#asked();
    if (!gap || !asked) return null;
    const { distances } = gap;
    const column = distanceColumn(distances);
    const classification =
      asked.cut === null ? classifyDistances(distances) : cutDistances(column, asked.cut);
    return {
      painting: {
        level: 'commune',
        classification,
        colours: sequential(Math.max(3, classification.counts.length)),
        labels: classLabels(classification, (value) => formatNumber(value)),
      },
      measure: { subject: DISTANCE, column },
      crossing: null,
      legend: { ...distanceLegend(), remarks: this.#remarks(gap, asked) },
      format: (value) => formatDistance(value * 1000),
      describe: (ordinal, name) =>
        distanceCard(
          distances[ordinal] ?? Number.NaN,
          classOfCode(classification.codes[ordinal] ?? 0xff),
          name,
        ),
    };
  });

  #remarks(gap: Gap, { filter, bits }: DistanceAsked): { text: string; strong: boolean }[] {
    const index = this.#index();
    const filtered = bits !== '' || JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
    const beyond =
      gap.matching === 0
        ? carte.distance.noPlace
        : index && beyondSentence(classifyDistances(gap.distances), index.populations, filtered);
    return [
      ...(beyond ? [{ text: beyond, strong: true }] : []),
      ...(gap.approximate > 0
        ? [{ text: carte.distance.approximate(formatNumber(gap.approximate)), strong: false }]
        : []),
    ];
  }

  get pending(): boolean {
    return !this.#gap.value || this.#gap.pending;
  }

  get failed(): boolean {
    return this.#places.failure !== null || this.#gap.failure !== null;
  }

  retry(): void {
    for (const one of [this.#places, this.#gap]) if (one.failure !== null) one.retry();
  }
}

const cutDistances = (column: Column, { method, classes, breaks }: Cut): Classification =>
  classify(column, DISTANCE, { method, classes, manual: breaks });
