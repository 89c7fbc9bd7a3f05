import { classOfCode } from '#lib/domain/classify/classification.ts';
import { classifyShares, SHARE_LIMITS } from '#lib/domain/classify/share-classes.ts';
import type { Robustness } from '#lib/domain/need/robustness.ts';
import { indexLabel } from '#lib/composer/index-words.ts';
import { firstOnes } from '#lib/format/territory.ts';
import { classLabels } from '#lib/format/class-label.ts';
import { formatNumber, formatPercent } from '#lib/format/number.ts';
import { keyOf, type IndexAsked } from '#lib/live/index-scores.svelte.ts';
import type { NeedDesk } from '#lib/live/need-desk.ts';
import { RobustRanks } from '#lib/live/robust-ranks.svelte.ts';
import { carte } from '#lib/messages/carte.ts';
import { indices } from '#lib/messages/indices.ts';
import { sequential } from '#lib/styles/ramps.ts';
import type { TerritoryCard } from '#lib/stage/territory-card.ts';
import type { MapLayer, ShownLayer } from './layer.ts';

/** The index whose ranks are drawn, among whom, and how many first ones are followed. */
export interface ConfidenceAsked extends IndexAsked {
  /** Ordinals ranked together; `null`: everybody. */
  among: Uint32Array | null;
  top: number;
  /** Territories of the level. */
  length: number;
}

/** How often each territory is among the first ones, over variants of the index. */
export class ConfidenceLayer implements MapLayer {
  readonly available = [];
  readonly replaced = false;
  readonly #asked: () => ConfidenceAsked | null;
  readonly #robust: RobustRanks;

  /** `asked` is `null` while the map shows something else. Made while a component starts. */
  constructor(desk: NeedDesk, asked: () => ConfidenceAsked | null) {
    this.#asked = asked;
    this.#robust = new RobustRanks(desk, () => {
      const wanted = asked();
      if (!wanted) return null;
      const { index, level, estimates, members, among, top } = wanted;
      return {
        key: `${keyOf(wanted)}#${top}#${among?.length}#${among?.[0]}`,
        asked: { recipe: index.recipe, level, estimates, members, among, top },
      };
    });
  }

  /** Share of the variants drawn; `null` when nothing is being drawn. */
  get progress(): number | null {
    return this.#robust.progress;
  }

  readonly shown: ShownLayer | null = $derived.by(() => {
    const asked = this.#asked();
    const drawn = this.#robust.value;
    return asked && drawn ? shownOf(asked, drawn) : null;
  });

  get pending(): boolean {
    return this.#robust.progress !== null;
  }

  get failed(): boolean {
    return this.#robust.failed;
  }

  retry(): void {
    this.#robust.retry();
  }
}

function shownOf({ index, level, length }: ConfidenceAsked, drawn: Robustness): ShownLayer {
  const words = indices.robustness;
  const shares = new Float64Array(length).fill(Number.NaN);
  /** Where each territory is among those drawn; −1 for the others. */
  const places = new Int32Array(length).fill(-1);
  drawn.members.forEach((ordinal, at) => {
    shares[ordinal] = drawn.inTop[at] as number;
    places[ordinal] = at;
  });
  const classification = classifyShares(shares);
  const top = formatNumber(drawn.top);
  return {
    painting: {
      level,
      classification,
      colours: sequential(SHARE_LIMITS.length + 1),
      labels: classLabels(classification, (share) => formatPercent(share * 100)),
    },
    legend: {
      title: words.legendTitle(top, firstOnes(level)),
      short: words.legendTitle(top, firstOnes(level)),
      unit: words.legendUnit,
      year: indexLabel(index),
      source: { label: indices.legend.computed, text: carte.legend.computedHow, href: '/methode#surete' },
      remarks: [],
      absent: words.unrankedLegend,
      notes: [words.about(formatNumber(drawn.draws))],
    },
    measure: null,
    crossing: null,
    format: (share) => formatPercent(share * 100),
    describe: (ordinal, name): TerritoryCard => {
      const at = places[ordinal] ?? -1;
      const code = classification.codes[ordinal] ?? 0xff;
      if (at < 0) return { name, figure: words.unranked, class: null, state: 'absent', notes: [] };
      const rank = (ranks: Uint32Array): string => formatNumber(ranks[at] as number);
      return {
        name,
        figure: formatPercent((drawn.inTop[at] as number) * 100),
        class: classOfCode(code),
        state: null,
        notes: [words.card(rank(drawn.median), rank(drawn.low), rank(drawn.high))],
      };
    },
  };
}
