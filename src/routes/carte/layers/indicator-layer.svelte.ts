import type { ClassMethod } from '#lib/domain/classify/method.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { MAP_LEVELS, type MapLevel } from '#lib/domain/territory/level.ts';
import { formatValue } from '#lib/format/figure.ts';
import { Answer } from '#lib/live/answer.svelte.ts';
import type { LoadedNames } from '#lib/live/loaded-names.ts';
import { RequestError } from '#lib/live/requests.ts';
import { allowedMethod } from '#lib/view/allowed-method.ts';
import { indicatorLegend } from '../legend/legend-words.ts';
import { figureCard } from '../stage/territory-card.ts';
import { figuresKey, loadFigures, type FiguresRequest, type IndicatorFigures } from './indicator-figures.ts';
import type { LayerCut, MapLayer, ShownLayer } from './layer.ts';

/** Which indicator, how it is cut, and where. */
export interface IndicatorAsked extends LayerCut {
  indicator: string;
  method: ClassMethod;
  breaks: readonly number[];
  estimates: boolean;
}

/** The figures of one indicator of the catalogue. */
export class IndicatorLayer implements MapLayer {
  readonly #names: () => LoadedNames;
  readonly #asked: () => IndicatorAsked | null;
  readonly #figures: Answer<IndicatorFigures>;

  /** `asked` is `null` while the map shows something else. Made while a component starts. */
  constructor(names: () => LoadedNames, asked: () => IndicatorAsked | null) {
    this.#names = names;
    this.#asked = asked;
    this.#figures = new Answer(() => {
      const request = this.#request();
      return request && { key: figuresKey(request), ask: () => loadFigures(request) };
    });
  }

  /** Levels that have figures of an indicator. */
  availableFor(id: string): MapLevel[] {
    const levels = this.#names().columns[id] ?? {};
    return MAP_LEVELS.filter((level) => levels[level]);
  }

  #request(): FiguresRequest | null {
    const asked = this.#asked();
    if (!asked) return null;
    const subject = indicator(asked.indicator);
    const hash = this.#names().columns[subject.id]?.[asked.level]?.hash;
    return hash === undefined
      ? null
      : { ...asked, subject, hash, method: allowedMethod(subject, asked.method) };
  }

  get available(): readonly MapLevel[] {
    const asked = this.#asked();
    return asked ? this.availableFor(asked.indicator) : [];
  }

  readonly shown: ShownLayer | null = $derived.by(() => {
    const figures = this.#figures.value;
    if (!figures) return null;
    const { subject, level, classification } = figures;
    const asked = this.#asked();
    // Head/tail stops by itself: no class is missing.
    const wanted = asked === null || asked.method === 'head-tail' ? 0 : asked.classes;
    return {
      painting: figures,
      measure: figures,
      crossing: null,
      legend: indicatorLegend(subject, level, classification, wanted),
      format: (value) => formatValue(subject, value),
      describe: (ordinal, name) => figureCard(figures, ordinal, name),
    };
  });

  get pending(): boolean {
    return this.#figures.pending;
  }

  get failed(): boolean {
    return this.#figures.failure !== null;
  }

  get replaced(): boolean {
    const { failure } = this.#figures;
    return failure instanceof RequestError && failure.replaced;
  }

  retry(): void {
    if (this.failed) this.#figures.retry();
  }
}
