import { invalidateAll } from '$app/navigation';
import { classifyDistances } from '#lib/domain/classify/distance-classes.ts';
import { classOfCode } from '#lib/domain/classify/classification.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import type { PlacePoints } from '#lib/domain/places/place-points.ts';
import { MAP_LEVELS, type MapLevel } from '#lib/domain/territory/level.ts';
import { distanceClassLabels } from '#lib/format/class-label.ts';
import type { Painting } from '#lib/map/painting.ts';
import { tallyPlaces } from '#lib/map/place-features.ts';
import type { Basemap } from '#lib/map/plan-ign.ts';
import type { TerritoryAt } from '#lib/map/pointer.ts';
import { carte } from '#lib/messages/carte.ts';
import { sequential } from '#lib/styles/ramps.ts';
import { allowedMethod } from '#lib/view/allowed-method.ts';
import { NATIONAL_ZOOM, shownLevel } from '#lib/view/shown-level.ts';
import { GapRunner, startGapWorker } from '#lib/workers/gap-runner.ts';
import type { Gap } from '#lib/workers/gap.ts';
import { Answer } from '#lib/live/answer.svelte.ts';
import { Kept } from '#lib/live/kept.ts';
import { beyondSentence, distanceLegend, indicatorLegend } from './legend/legend-words.ts';
import type { LevelIndex } from '#lib/live/level-index.ts';
import { MapAddress } from './map-address.svelte.ts';
import { fetchBasemap, fetchIndex, fetchPlaces, RequestError } from '#lib/live/requests.ts';
import type { MapData, Selected } from './page-data.ts';
import { figuresKey, loadFigures, type FiguresRequest, type ShownFigures } from './layers/shown-figures.ts';
import { distanceCard, figureCard, type TerritoryCard } from './stage/territory-card.ts';

const indexes = new Kept<LevelIndex>(8);

interface PageInput {
  map: MapData;
  selected: Selected | null;
}

/** What the map page shows and is waiting for: from the address to what is drawn, one way. */
export class MapPage {
  readonly address = new MapAddress();
  /** Zoom of the map, once it has one. */
  zoom = $state<number | null>(null);
  /** Whether a first map is on screen: what is not needed before it waits for it. */
  drawn = $state(false);
  readonly #data: () => PageInput;
  #runner: { runner: GapRunner; places: PlacePoints; index: LevelIndex } | null = null;

  readonly view = $derived(this.address.view);
  readonly measured = $derived(this.view.layer === 'distance');
  readonly subject = $derived(indicator(this.view.indicator));
  readonly available: readonly MapLevel[] = $derived.by(() => {
    const levels = this.#data().map.columns[this.view.indicator] ?? {};
    return MAP_LEVELS.filter((level) => levels[level]);
  });
  readonly shown = $derived.by(() => {
    if (this.measured) return { level: 'commune' as const, missing: null };
    return shownLevel(this.view.level, this.zoom ?? this.view.camera?.zoom ?? NATIONAL_ZOOM, this.available);
  });
  readonly level: MapLevel = $derived(this.shown.level);

  readonly figures: Answer<ShownFigures>;
  readonly index: Answer<LevelIndex>;
  readonly places: Answer<PlacePoints>;
  readonly gap: Answer<Gap | null>;
  readonly #basemap: Answer<{ plan: Basemap | null }>;

  /** Made while the page component starts. */
  constructor(data: () => PageInput) {
    this.#data = data;
    this.figures = new Answer(() => {
      const request = this.#figuresRequest();
      return request && { key: figuresKey(request), ask: () => loadFigures(request) };
    });
    this.index = new Answer(() => {
      const { level } = this;
      const hash = this.#data().map.index[level];
      if (hash === undefined || !(this.drawn || this.measured)) return null;
      const key = `${level}/${hash}`;
      return { key, ask: () => indexes.get(key, () => fetchIndex(level, hash)) };
    });
    this.places = new Answer(() =>
      this.view.places || this.measured ? { key: String(this.#data().map.revision), ask: fetchPlaces } : null,
    );
    this.gap = new Answer(() => {
      const [places, index, filter] = [this.places.value, this.communeIndex, this.view.filter];
      if (!this.measured || !places || !index) return null;
      return { key: JSON.stringify(filter), ask: () => this.#runnerFor(places, index).measure(filter) };
    });
    this.#basemap = new Answer(() =>
      this.drawn && this.view.basemap
        ? { key: 'plan', ask: async () => ({ plan: await fetchBasemap() }) }
        : null,
    );
    // Newer data took the place of what this page knows: read the names of what is loaded again.
    $effect(() => {
      const failures = [this.figures.failure, this.index.failure];
      if (failures.some((reason) => reason instanceof RequestError && reason.replaced)) void invalidateAll();
    });
    $effect(() => () => this.#runner?.runner.close());
  }

  #figuresRequest(): FiguresRequest | null {
    const { subject, level, view } = this;
    const hash = this.#data().map.columns[subject.id]?.[level]?.hash;
    if (this.measured || hash === undefined) return null;
    return {
      subject,
      level,
      hash,
      method: allowedMethod(subject, view.method),
      classes: view.classes,
      breaks: view.breaks,
    };
  }

  #runnerFor(places: PlacePoints, index: LevelIndex): GapRunner {
    if (this.#runner?.places !== places || this.#runner.index !== index) {
      this.#runner?.runner.close();
      this.#runner = { runner: new GapRunner(startGapWorker(), index, places), places, index };
    }
    return this.#runner.runner;
  }

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

  readonly #distances = $derived.by((): (Painting & { gap: Gap; labels: string[] }) | null => {
    const gap = this.gap.value;
    if (!this.measured || !gap) return null;
    const classification = classifyDistances(gap.distances);
    const colours = sequential(classification.counts.length);
    return { level: 'commune', classification, colours, labels: distanceClassLabels(classification), gap };
  });

  /** What is drawn: figures on their way leave those before them on screen. */
  readonly painting: (Painting & { labels: string[] }) | null = $derived.by(() =>
    this.measured ? this.#distances : this.figures.value,
  );

  readonly legend = $derived.by(() => {
    if (this.measured) return distanceLegend();
    const figures = this.figures.value;
    const { subject, level } = figures ?? this;
    // Head/tail stops by itself: no class is missing.
    const wanted = this.view.method === 'head-tail' ? 0 : this.view.classes;
    const words = indicatorLegend(subject, level, figures?.classification ?? null, wanted);
    if (!this.#data().map.demonstration) return words;
    return { ...words, source: { ...words.source, label: carte.legend.fictional } };
  });

  /** « x habitants vivent… »; empty outside of distances. */
  readonly beyond = $derived.by(() => {
    const index = this.communeIndex;
    if (!this.#distances || !index) return '';
    const filtered = JSON.stringify(this.view.filter) !== JSON.stringify(NO_FILTER);
    return beyondSentence(this.#distances.classification, index.populations, filtered);
  });

  readonly busy = $derived.by(() =>
    this.measured ? !this.gap.value || this.gap.pending : this.figures.pending,
  );
  readonly failed = $derived.by(() =>
    this.measured
      ? [this.places, this.index, this.gap].some((one) => one.failure !== null)
      : this.figures.failure !== null,
  );

  retry(): void {
    for (const one of [this.figures, this.index, this.places, this.gap])
      if (one.failure !== null) one.retry();
  }

  describe(ordinal: number): TerritoryCard {
    const drawn = this.painting;
    const name = drawn && this.index.value?.level === drawn.level ? this.index.value.name(ordinal) : null;
    if (this.#distances) {
      const { classification, gap } = this.#distances;
      return distanceCard(
        gap.distances[ordinal] ?? Number.NaN,
        classOfCode(classification.codes[ordinal] ?? 0xff),
        name,
      );
    }
    const figures = this.figures.value;
    return figures
      ? figureCard(figures, ordinal, name)
      : { name, figure: '', class: null, state: null, notes: [] };
  }

  /** The slug of a territory on the map; asks for the index if it is not there yet. */
  async slugOf({ level, ordinal }: TerritoryAt): Promise<string | null> {
    const hash = this.#data().map.index[level];
    if (hash === undefined) return null;
    const index = await indexes.get(`${level}/${hash}`, () => fetchIndex(level, hash));
    return index.slug(ordinal);
  }
}
