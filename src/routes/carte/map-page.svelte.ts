import { goto, invalidateAll } from '$app/navigation';
import { page } from '$app/state';
import { classOfCode, isEstimatedCode } from '#lib/domain/classify/classification.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { isSourceId } from '#lib/domain/indicators/source.ts';
import { firstOnes } from '#lib/domain/need/first-ones.ts';
import { isRestricted } from '#lib/domain/need/recipe.ts';
import type { PlacePoints } from '#lib/domain/places/place-points.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import type { FirstOne } from '#lib/composer/first-one.ts';
import { formatScore, scopeText } from '#lib/composer/index-words.ts';
import { Answer } from '#lib/live/answer.svelte.ts';
import { indexOf } from '#lib/live/files.ts';
import type { LevelIndex } from '#lib/live/level-index.ts';
import { fetchBasemap, fetchPlaces, RequestError } from '#lib/live/requests.ts';
import { tallyPlaces } from '#lib/map/place-features.ts';
import type { Basemap } from '#lib/map/plan-ign.ts';
import type { TerritoryAt } from '#lib/map/pointer.ts';
import { carte } from '#lib/messages/carte.ts';
import { ViewAddress } from '#lib/live/view-address.svelte.ts';
import { mapAddress, rankingAddress } from '#lib/view/write-map-view.ts';
import { crossedWith, cutOf, secondCut } from '#lib/view/crossing-view.ts';
import { DISTANCE_MEASURE } from '#lib/view/map-view.ts';
import { readRankBits } from '#lib/view/rank-bits.ts';
import { NATIONAL_ZOOM, shownLevel } from '#lib/view/shown-level.ts';
import { ConfidenceLayer } from './layers/confidence-layer.svelte.ts';
import { CrossingLayer } from './layers/crossing-layer.svelte.ts';
import { DistanceLayer } from './layers/distance-layer.svelte.ts';
import { IndexLayer } from './layers/index-layer.svelte.ts';
import { IndicatorLayer } from './layers/indicator-layer.svelte.ts';
import type { MapLayer } from './layers/layer.ts';
import { indexLegend } from './legend/index-legend.ts';
import { distanceLegend, indicatorLegend, type LegendWords } from './legend/legend-words.ts';
import type { FinerSupply, MapData, ScopeData, Selected } from './page-data.ts';
import type { HistogramMark } from '#lib/stage/histogram-mark.ts';
import { Emphasis } from './stage/emphasis.svelte.ts';
import type { TerritoryCard } from '#lib/stage/territory-card.ts';
import type { IndexStanding } from './territory/index-standing.ts';

/** Rows of the short list beside the map. */
const FIRST = 10;

interface PageInput {
  map: MapData;
  selected: Selected | null;
  finer: FinerSupply | null;
  scope: ScopeData | null;
}

/** What the map page shows and is waiting for: from the address to what is drawn, one way. */
export class MapPage {
  readonly address = new ViewAddress({
    write: mapAddress,
    about: null,
    parameters: () => page.url.searchParams,
    go: goto,
  });
  /** Zoom of the map, once it has one. */
  zoom = $state<number | null>(null);
  /** Whether a first map is on screen: what is not needed before it waits for it. */
  drawn = $state(false);
  readonly #data: () => PageInput;

  readonly view = $derived(this.address.view);
  readonly measured = $derived(this.view.layer === 'distance');
  readonly subject = $derived(indicator(this.view.indicator));
  /** The second measure; `null` when one alone is shown. */
  readonly crossed = $derived(crossedWith(this.view));
  /** Whether distances are one of the measures: they are those of communes. */
  readonly distant = $derived(this.measured || this.crossed === DISTANCE_MEASURE);
  /** Communes of the perimeter, a reference set; `null` without one. */
  readonly members = $derived.by(() => {
    const perimeter = this.#data().scope?.perimeter;
    return perimeter ? Uint32Array.from(perimeter) : null;
  });

  /** Whether the map shows how firm the first places of the index are. */
  readonly sure = $derived(
    this.view.layer === 'index' &&
      this.view.confidence &&
      this.crossed === null &&
      !isRestricted(this.view.index.recipe),
  );

  readonly indicators: IndicatorLayer;
  readonly distances: DistanceLayer;
  readonly indices: IndexLayer;
  readonly confidence: ConfidenceLayer;
  /** The second measure of a crossing, when it is an indicator. */
  readonly seconds: IndicatorLayer;
  readonly crossing: CrossingLayer;
  readonly index: Answer<LevelIndex>;
  readonly places: Answer<PlacePoints>;
  /** The places, those marked that answer what is asked beyond their traits; `null` before they are there. */
  readonly asked = $derived.by((): PlacePoints | null => {
    const [places, finer] = [this.places.value, this.#data().finer];
    if (!places || !finer) return places;
    const isAsked = readRankBits(finer.bits);
    return { ...places, asked: Uint8Array.from(places.traits, (_, rank) => (isAsked(rank) ? 1 : 0)) };
  });
  readonly #basemap: Answer<{ plan: Basemap | null }>;

  /** Made while the page component starts. */
  constructor(data: () => PageInput) {
    this.#data = data;
    const names = (): MapData => this.#data().map;
    this.index = new Answer(() => {
      const { level } = this;
      const hash = names().index[level];
      if (hash === undefined || !(this.drawn || this.distant)) return null;
      return { key: `${level}/${hash}`, ask: () => indexOf(level, hash) };
    });
    this.places = new Answer(() =>
      this.view.places || this.distant ? { key: String(names().revision), ask: fetchPlaces } : null,
    );
    this.#basemap = new Answer(() =>
      this.drawn && this.view.basemap
        ? { key: 'plan', ask: async () => ({ plan: await fetchBasemap() }) }
        : null,
    );
    this.indicators = new IndicatorLayer(names, () => {
      const { layer, indicator: id, estimates } = this.view;
      return layer === 'indicator'
        ? { indicator: id, level: this.level, ...cutOf(this.view), estimates }
        : null;
    });
    this.seconds = new IndicatorLayer(names, () => {
      const { crossed: id, level } = this;
      return id === null || id === DISTANCE_MEASURE
        ? null
        : { indicator: id, level, ...secondCut(this.view), estimates: this.view.estimates };
    });
    this.indices = new IndexLayer(names, () => {
      const { layer, index, estimates } = this.view;
      const { level, members } = this;
      return layer === 'index' ? { index, level, ...cutOf(this.view), estimates, members } : null;
    });
    this.confidence = new ConfidenceLayer(this.indices.scores.desk, () => {
      const { index, estimates, top } = this.view;
      const { level, members } = this;
      const length = this.levelIndex?.length;
      if (!this.sure || length === undefined) return null;
      const inside = this.#data().scope?.members[level];
      const among = inside ? Uint32Array.from(inside) : null;
      return { index, level, ...cutOf(this.view), estimates, members, among, top, length };
    });
    this.distances = new DistanceLayer(
      () => {
        if (!this.distant) return null;
        const { crossed, measured, view } = this;
        const cut = measured ? cutOf(view) : secondCut(view);
        const bits = this.#data().finer?.bits ?? '';
        return { filter: view.filter, bits, cut: crossed === null ? null : cut };
      },
      this.places,
      () => this.asked,
      () => this.communeIndex,
    );
    this.crossing = new CrossingLayer(
      () => this.#single,
      () =>
        this.crossed === null ? null : this.crossed === DISTANCE_MEASURE ? this.distances : this.seconds,
    );
    // Newer data took the place of what this page knows: read the names of what is loaded again.
    $effect(() => {
      const lost = this.index.failure;
      if (this.layer.replaced || (lost instanceof RequestError && lost.replaced)) void invalidateAll();
    });
  }

  readonly #single: MapLayer = $derived.by(() => {
    if (this.measured) return this.distances;
    if (this.sure) return this.confidence;
    return this.view.layer === 'index' ? this.indices : this.indicators;
  });
  readonly layer: MapLayer = $derived.by(() => (this.crossed === null ? this.#single : this.crossing));
  readonly available: readonly MapLevel[] = $derived.by(() => {
    if (this.distant) return this.distances.available;
    const first =
      this.view.layer === 'index'
        ? this.indices.availableFor(this.view.index.recipe)
        : this.indicators.availableFor(this.view.indicator);
    if (this.crossed === null) return first;
    const second = this.indicators.availableFor(this.crossed);
    return first.filter((level) => second.includes(level));
  });
  readonly shownLevel = $derived.by(() =>
    shownLevel(
      this.distant ? 'commune' : this.view.level,
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
  readonly tally = $derived.by(() => this.asked && tallyPlaces(this.asked, this.view.filter));
  readonly basemap = $derived.by(() => this.#basemap.value?.plan ?? null);
  /** `null` while the Plan IGN is awaited, or not wanted. */
  readonly basemapReached = $derived.by(() => this.#basemap.value && this.#basemap.value.plan !== null);

  /** What is drawn: figures on their way leave those before them on screen. */
  readonly painting = $derived.by(() => this.layer.shown?.painting ?? null);

  /** What is brought forward on the map, in the legend and in the cloud. */
  readonly emphasis = new Emphasis(() => this.painting);

  /** The value of the territory selected, and of the one pointed at, for the histogram. */
  readonly marks: HistogramMark[] = $derived.by(() => {
    const { painting, measure } = this.layer.shown ?? {};
    const { selected } = this.#data();
    const wanted = [
      { kind: 'selected' as const, at: selected?.slug === this.view.territory ? selected : null },
      { kind: 'pointed' as const, at: this.emphasis.onMap },
    ];
    return wanted.flatMap(({ kind, at }) => {
      const code = at && painting?.level === at.level ? painting.classification.codes[at.ordinal] : undefined;
      const value = at ? measure?.column?.values[at.ordinal] : undefined;
      const known = code !== undefined && classOfCode(code) !== null && value !== undefined;
      return known ? [{ kind, value }] : [];
    });
  });

  readonly legend: LegendWords = $derived.by(() => {
    const words = this.layer.shown?.legend ?? this.#awaitedLegend();
    const imitated = this.#data().map.demonstration && isSourceId(this.subject.source);
    if (!imitated || this.view.layer !== 'indicator') return words;
    return { ...words, source: { ...words.source, label: carte.legend.fictional } };
  });

  /** The legend while the first figures are on their way. */
  #awaitedLegend(): LegendWords {
    if (this.measured) return distanceLegend();
    if (this.view.layer === 'index') return indexLegend(this.view.index, null, false);
    return indicatorLegend(this.subject, this.level, null, 0);
  }

  /** Among whom one ranks, after a colon; empty for everybody. */
  readonly scopeText = $derived.by(() => scopeText(this.#data().scope?.name ?? null, this.view));

  /** The first territories of the index on screen, among those that one ranks. */
  readonly first: FirstOne[] = $derived.by(() => {
    const { scored, shown } = this.indices;
    const names = this.levelIndex;
    if (this.view.layer !== 'index' || !scored?.scores || !shown || !names) return [];
    const { level } = scored.asked;
    if (names.level !== level) return [];
    const { ranks, column } = scored.scores;
    const members = this.#data().scope?.members[level] ?? null;
    return firstOnes(ranks, members, FIRST).map(({ ordinal, rank }) => {
      const code = scored.classification.codes[ordinal] ?? 0;
      return {
        rank,
        name: names.name(ordinal),
        slug: names.slug(ordinal),
        text: formatScore(scored.asked.index.recipe, column.values[ordinal] ?? Number.NaN),
        colour: shown.painting.colours[classOfCode(code) ?? 0] ?? '',
        estimated: isEstimatedCode(code),
      };
    });
  });

  readonly busy = $derived.by(() => this.layer.pending);
  readonly failed = $derived.by(() => this.layer.failed || (this.distant && this.index.failure !== null));

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

  /** What the index on the map says of a territory; `null` while the map shows something else, or another level. */
  indexOf({ level, ordinal, name }: TerritoryAt & { name: string }): IndexStanding | null {
    const { shown, scored } = this.indices;
    if (this.view.layer !== 'index' || !shown || shown.painting.level !== level) return null;
    const ranks = scored?.scores?.ranks;
    return {
      label: shown.legend.title,
      unit: shown.legend.unit,
      card: shown.describe(ordinal, name),
      standings: (ranks && this.levelIndex?.standings(ordinal, ranks)) ?? [],
      href: rankingAddress({ ...this.view, level, territory: null, camera: null }),
    };
  }

  /** The slug of a territory on the map; asks for the index if it is not there yet. */
  async slugOf({ level, ordinal }: TerritoryAt): Promise<string | null> {
    const hash = this.#data().map.index[level];
    return hash === undefined ? null : (await indexOf(level, hash)).slug(ordinal);
  }
}
