/** Ranks of `width` territories in `height` draws, one draw after the other. */
export interface RankMatrix {
  rows: Uint16Array | Uint32Array;
  width: number;
  height: number;
}

/** What the ranks of each territory say, in the order of the columns. */
export interface RankSummary {
  /** The rank that half of the draws do not exceed. */
  median: Uint32Array;
  /** Ranks that 5 % and 95 % of the draws do not exceed: nine draws of ten lie between. */
  low: Uint32Array;
  high: Uint32Array;
  /** Share of draws, 0 to 1, with a rank of at most `top`. */
  inTop: Float64Array;
  top: number;
}

/** Columns read together: a row of them is one line of the processor's cache. */
const BLOCK = 32;

/** Median, 5 % and 95 % ranks (the least rank reached by that share of draws) and share of draws in the first `top`. */
export function summariseRanks({ rows, width, height }: RankMatrix, top: number): RankSummary {
  const summary: RankSummary = {
    median: new Uint32Array(width),
    low: new Uint32Array(width),
    high: new Uint32Array(width),
    inTop: new Float64Array(width),
    top,
  };
  const place = (share: number): number => Math.max(0, Math.ceil(share * height) - 1);
  const places = [place(0.05), place(0.5), place(0.95)];
  const select = rankSelector(width);
  const block = new Uint32Array(BLOCK * height);
  for (let from = 0; from < width && height > 0; from += BLOCK) {
    const to = Math.min(width, from + BLOCK);
    for (let draw = 0; draw < height; draw++)
      for (let i = from; i < to; i++) block[(i - from) * height + draw] = rows[draw * width + i] as number;
    for (let i = from; i < to; i++) {
      const ranks = block.subarray((i - from) * height, (i - from + 1) * height);
      [summary.low[i], summary.median[i], summary.high[i]] = select(ranks, places) as [
        number,
        number,
        number,
      ];
      let first = 0;
      for (let draw = 0; draw < height; draw++) if ((ranks[draw] as number) <= top) first++;
      summary.inTop[i] = first / height;
    }
  }
  return summary;
}

/**
 * Finds the values at some places of sorted ranks, without sorting them: counts by steps, then inside
 * the step where each place falls. Ranks are at most `greatest`.
 */
function rankSelector(greatest: number): (ranks: Uint32Array, places: readonly number[]) => number[] {
  const shift = Math.ceil(Math.log2(greatest + 1) / 2);
  const steps = new Uint32Array((greatest >>> shift) + 1);
  const fine = new Uint32Array(1 << shift);
  return (ranks, places) => {
    steps.fill(0);
    for (let i = 0; i < ranks.length; i++) {
      const step = (ranks[i] as number) >>> shift;
      steps[step] = (steps[step] as number) + 1;
    }
    return places.map((place) => {
      const [step, before] = reach(steps, place);
      fine.fill(0);
      for (let i = 0; i < ranks.length; i++) {
        const rank = ranks[i] as number;
        if (rank >>> shift !== step) continue;
        const at = rank - (step << shift);
        fine[at] = (fine[at] as number) + 1;
      }
      return (step << shift) + reach(fine, place - before)[0];
    });
  };
}

/** The first step whose cumulated count passes a place, and the count before it. */
function reach(counts: Uint32Array, place: number): [step: number, before: number] {
  let before = 0;
  let step = 0;
  while (before + (counts[step] as number) <= place) before += counts[step++] as number;
  return [step, before];
}
