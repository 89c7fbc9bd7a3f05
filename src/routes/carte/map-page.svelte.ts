import { invalidateAll } from '$app/navigation';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import type { PlacePoints } from '#lib/domain/places/place-points.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { Answer } from '#lib/live/answer.svelte.ts';
import { indexOf } from '#lib/live/files.ts';
import type { LevelIndex } from '#lib/live/level-index.ts';
import { fetchBasemap, fetchPlaces, RequestError } from '#lib/live/requests.ts';
import { tallyPlaces } from '#lib/map/place-features.ts';
import type { Basemap } from '#lib/map/plan-ign.ts';
import type { TerritoryAt } from '#lib/map/pointer.ts';
import { carte } from '#lib/messages/carte.ts';
import { NATIONAL_ZOOM, shownLevel } from '#lib/view/shown-level.ts';
import { DistanceLayer } from './layers/distance-layer.svelte.ts';
import { IndexLayer } from './layers/index-layer.svelte.ts';
import { IndicatorLayer } from './layers/indicator-layer.svelte.ts';
import type { MapLayer } from './layers/layer.ts';
import { indexLegend } from './legend/index-legend.ts';
import { distanceLegend, indicatorLegend, type LegendWords } from './legend/legend-words.ts';
import { MapAddress } from './map-address.svelte.ts';
import type { MapData, ScopeData, Selected } from './page-data.ts';
import type { TerritoryCard } from './stage/territory-card.ts';

interface PageInput {
  map: MapData;
  selected: Selected | null;
  scope: ScopeData | null;
}

/** What the map page shows and is waiting for: from the address to what is drawn, one way. */
export class MapPage {
  readonly address = new MapAddress();
  /** Zoom of the map, once it has one. */
  zoom = $state<number | null>(null);
  /** Whether a first map is on screen: what is not needed before it waits for it. */
  drawn = $state(false);
  readonly #data: () => PageInput;

  readonly view = $derived(this.address.view);
  readonly measured = $derived(this.view.layer === 'distance');
  readonly subject = $derived(indicator(this.view.indicator));
  /** Communes of the perimeter, a reference set; `null` without one. */
  readonly members = $derived.by(() => {
    const perimeter = this.#data().scope?.perimeter;
    return perimeter ? Uint32Array.from(perimeter) : null;
  });

  readonly indicators: IndicatorLayer;
  readonly distances: DistanceLayer;
  readonly indices: IndexLayer;
  readonly index: Answer<LevelIndex>;
  readonly places: Answer<PlacePoints>;
  readonly #basemap: Answer<{ plan: Basemap | null }>;

  /** Made while the page component starts. */
  constructor(data: () => PageInput) {
    this.#data = data;
    const names = (): MapData => this.#data().map;
    this.index = new Answer(() => {
      const { level } = this;
      const hash = names().index[level];
      if (hash === undefined || !(this.drawn || this.measured)) return null;
      return { key: `${level}/${hash}`, ask: () => indexOf(level, hash) };
    });
    this.places = new Answer(() =>
      this.view.places || this.measured ? { key: String(names().revision), ask: fetchPlaces } : null,
    );
    this.#basemap = new Answer(() =>
      this.drawn && this.view.basemap
        ? { key: 'plan', ask: async () => ({ plan: await fetchBasemap() }) }
        : null,
    );
    this.indicators = new IndicatorLayer(names, () => {
      const { layer, indicator: id, method, classes, breaks, estimates } = this.view;
      return layer === 'indicator'
        ? { indicator: id, level: this.level, method, classes, breaks, estimates }
        : null;
    });
    this.indices = new IndexLayer(names, () => {
      const { layer, index, method, classes, breaks, estimates } = this.view;
      const { level, members } = this;
      return layer === 'index' ? { index, level, method, classes, breaks, estimates, members } : null;
    });
    this.distances = new DistanceLayer(
      () => (this.measured ? { filter: this.view.filter, classes: null } : null),
      this.places,
      () => this.communeIndex,
    );
    // Newer data took the place of what this page knows: read the names of what is loaded again.
    $effect(() => {
      const lost = this.index.failure;
      if (this.layer.replaced || (lost instanceof RequestError && lost.replaced)) void invalidateAll();
    });
  }

  readonly layer: MapLayer = $derived.by(() => {
    if (this.measured) return this.distances;
    return this.view.layer === 'index' ? this.indices : this.indicators;
  });
  readonly available: readonly MapLevel[] = $derived.by(() => {
    if (this.measured) return this.distances.available;
    return this.view.layer === 'index'
      ? this.indices.availableFor(this.view.index.recipe)
      : this.indicators.availableFor(this.view.indicator);
  });
  readonly shownLevel = $derived.by(() =>
    shownLevel(
      this.measured ? 'commune' : this.view.level,
      this.zoom ?? this.view.camera?.zoom ?? NATIONAL_ZOOM,
      this.available,
    ),
  );
  readonly level: MapLevel = $derived(this.shownLevel.level);

  /** The index of the level on screen; `null` while it is on its way. */
  readonly levelIndex = $derived.by(() => (this.index.value?.level === this.level ? this.index.value : null));
  readonly communeIndex = $derived.by(() =>
    this.index.value?.level === 'commune' ? this.index.value : null,
  );
  /** The largest towns at first, every commune once its name is there. */
  readonly towns = $derived.by(() => this.communeIndex?.towns() ?? this.#data().map.towns);
  readonly tally = $derived.by(() => this.places.value && tallyPlaces(this.places.value, this.view.filter));
  readonly basemap = $derived.by(() => this.#basemap.value?.plan ?? null);
  /** `null` while the Plan IGN is awaited, or not wanted. */
  readonly basemapReached = $derived.by(() => this.#basemap.value && this.#basemap.value.plan !== null);

  /** What is drawn: figures on their way leave those before them on screen. */
  readonly painting = $derived.by(() => this.layer.shown?.painting ?? null);

  readonly legend: LegendWords = $derived.by(() => {
    const words = this.layer.shown?.legend ?? this.#awaitedLegend();
    if (!this.#data().map.demonstration || this.view.layer !== 'indicator') return words;
    return { ...words, source: { ...words.source, label: carte.legend.fictional } };
  });

  /** The legend while the first figures are on their way. */
  #awaitedLegend(): LegendWords {
    if (this.measured) return distanceLegend();
    if (this.view.layer === 'index') return indexLegend(this.view.index, null, false);
    return indicatorLegend(this.subject, this.level, null, 0);
  }

  readonly busy = $derived.by(() => this.layer.pending);
  readonly failed = $derived.by(() => this.layer.failed || (this.measured && this.index.failure !== null));

  retry(): void {
    this.layer.retry();
    for (const one of [this.index, this.places]) if (one.failure !== null) one.retry();
  }

  describe(ordinal: number): TerritoryCard {
    const { shown } = this.layer;
    const level = shown?.painting.level;
    const name =
      level !== undefined && this.index.value?.level === level ? this.index.value.name(ordinal) : null;
    return shown?.describe(ordinal, name) ?? { name, figure: '', class: null, state: null, notes: [] };
  }

  /** The slug of a territory on the map; asks for the index if it is not there yet. */
  async slugOf({ level, ordinal }: TerritoryAt): Promise<string | null> {
    const hash = this.#data().map.index[level];
    return hash === undefined ? null : (await indexOf(level, hash)).slug(ordinal);
  }
}
