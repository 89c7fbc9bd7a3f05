import { goto } from '$app/navigation';
import { page } from '$app/state';
import { rankingPage, type RankingPage } from '#lib/composer/ranking-page.ts';
import { DEFAULT_CLASSES } from '#lib/domain/classify/method.ts';
import { indexIndicator } from '#lib/domain/need/index-indicator.ts';
import { isRestricted } from '#lib/domain/need/recipe.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { Answer } from '#lib/live/answer.svelte.ts';
import { indexOf } from '#lib/live/files.ts';
import { IndexScores, keyOf, levelsOf, type IndexAsked } from '#lib/live/index-scores.svelte.ts';
import type { LevelIndex } from '#lib/live/level-index.ts';
import type { LoadedNames } from '#lib/live/loaded-names.ts';
import { RobustRanks } from '#lib/live/robust-ranks.svelte.ts';
import { ViewAddress } from '#lib/live/view-address.svelte.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import { rankingAddress } from '#lib/view/write-map-view.ts';
import type { RankedScope, RankingData } from './page-data.ts';
import { rankedLevel } from './ranked-level.ts';

interface PageInput {
  names: LoadedNames;
  scope: RankedScope | null;
  first: RankingData | null;
}

/** More territories than this are drawn on demand only: some seconds of a small machine. */
const DRAWN_AT_ONCE = 6_000;

/** The ranking on screen: from the address to the rows, one way; the server's until the worker has answered. */
export class RankingState {
  readonly address = new ViewAddress({
    write: (view) => rankingAddress(view),
    about: 'index',
    parameters: () => page.url.searchParams,
    go: goto,
  });
  /** Whether the reader asked for the variants of a large set. */
  wanted = $state(false);
  readonly #data: () => PageInput;
  readonly #scores: IndexScores;
  readonly #index: Answer<LevelIndex>;
  readonly robust: RobustRanks;

  readonly view = $derived(this.address.view);
  readonly restricted = $derived(isRestricted(this.view.index.recipe));
  readonly level: MapLevel | null = $derived.by(() =>
    rankedLevel(this.view, levelsOf(this.view.index.recipe, this.#data().names)),
  );

  /** Made while the page component starts. */
  constructor(data: () => PageInput) {
    this.#data = data;
    const names = (): LoadedNames => this.#data().names;
    this.#scores = new IndexScores(names, () => (this.restricted ? null : this.#asked));
    this.#index = new Answer(() => {
      const { level } = this;
      const hash = level && names().index[level];
      return level && hash ? { key: `${level}/${hash}`, ask: () => indexOf(level, hash) } : null;
    });
    this.robust = new RobustRanks(this.#scores.desk, () => {
      const asked = this.#asked;
      if (!asked || this.restricted || !(this.wanted || this.count <= DRAWN_AT_ONCE)) return null;
      const { index, level, estimates, members } = asked;
      const among = this.#members ? Uint32Array.from(this.#members) : null;
      const { top } = this.view;
      return {
        key: `${keyOf(asked)}#${top}#${this.view.within}#${among?.length}`,
        asked: { recipe: index.recipe, level, estimates, members, among, top },
      };
    });
  }

  readonly #asked: IndexAsked | null = $derived.by(() => {
    const { level } = this;
    const { index, estimates } = this.view;
    const perimeter = this.#data().scope?.perimeter;
    if (level === null) return null;
    const members = perimeter ? Uint32Array.from(perimeter) : null;
    return { index, level, estimates, members, method: 'quantile', classes: DEFAULT_CLASSES, breaks: [] };
  });

  readonly #members = $derived.by(() => this.#data().scope?.members ?? null);
  /** Territories of the set, ranked or not. */
  readonly count = $derived.by(() => {
    const { level } = this;
    return (
      this.#members?.length ??
      (level && this.#index.value?.level === level ? this.#index.value.length : Infinity)
    );
  });
  /** Whether variants would be drawn if they were asked for. */
  readonly offered = $derived.by(() => !this.restricted && !this.wanted && this.count > DRAWN_AT_ONCE);

  /** What the worker made of the index, once it and the names are there. */
  readonly #live = $derived.by((): RankingData | null => {
    const scored = this.#scores.value;
    const index = this.#index.value;
    const { level } = this;
    if (this.restricted || !scored?.scores || !index || scored.asked.level !== level || index.level !== level)
      return null;
    const { recipe } = scored.asked.index;
    return {
      level,
      ranking: rankingPage({
        recipe,
        scores: scored.scores,
        codes: scored.classification.codes,
        index,
        members: this.#members,
        robustness: this.robust.value,
        table: this.view.table,
      }),
      colours: classColours(indexIndicator(recipe, ''), scored.classification),
      problems: [...scored.problems],
    };
  });

  readonly shown: RankingData | null = $derived.by(() => this.#live ?? this.#data().first);
  readonly ranking: RankingPage | null = $derived(this.shown?.ranking ?? null);
  readonly pending = $derived.by(() => this.#scores.pending);
  readonly failed = $derived.by(() => this.#scores.failed);

  /** The name of a territory drawn. */
  name(ordinal: number): string {
    return this.#index.value?.name(ordinal) ?? '';
  }
}
