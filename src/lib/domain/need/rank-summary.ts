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
  const median = new Uint32Array(width);
  const low = new Uint32Array(width);
  const high = new Uint32Array(width);
  const inTop = new Float64Array(width);
  const block = new Uint32Array(BLOCK * height);
  const place = (share: number): number => Math.max(0, Math.ceil(share * height) - 1);
  for (let from = 0; from < width && height > 0; from += BLOCK) {
    const to = Math.min(width, from + BLOCK);
    for (let draw = 0; draw < height; draw++)
      for (let i = from; i < to; i++) block[(i - from) * height + draw] = rows[draw * width + i] as number;
    for (let i = from; i < to; i++) {
      const ranks = block.subarray((i - from) * height, (i - from + 1) * height).sort();
      low[i] = ranks[place(0.05)] as number;
      median[i] = ranks[place(0.5)] as number;
      high[i] = ranks[place(0.95)] as number;
      let first = 0;
      while (first < height && (ranks[first] as number) <= top) first++;
      inTop[i] = first / height;
    }
  }
  return { median, low, high, inTop, top };
}
