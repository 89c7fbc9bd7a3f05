/** Sub-scores to weigh together. */
export interface Mix {
  /** One column an ingredient; NaN where unknown. */
  scores: readonly Float64Array[];
  /** The component of each ingredient, ascending. */
  components: readonly number[];
  /** The share of each ingredient in the whole; together 1, or all 0. */
  shares: readonly number[];
}

export interface Mixed {
  /** NaN where nothing is known. */
  values: Float64Array;
  /** Share of the weight that is known, 0 to 1. */
  known: Float64Array;
}

/** Buffers of a mix, kept by whoever mixes again and again. */
export interface MixScratch extends Mixed {
  sums: Float64Array;
  weights: Float64Array;
  /** Weight of the components that have something known. */
  counted: Float64Array;
}

export const mixScratch = (length: number): MixScratch => ({
  values: new Float64Array(length),
  known: new Float64Array(length),
  sums: new Float64Array(length),
  weights: new Float64Array(length),
  counted: new Float64Array(length),
});

/**
 * Weighted mean of means over what is known: Σ s·w / Σw inside each component, then Σ C·W / ΣW over the
 * components that have something known. The shares of a component add up to its own weight W.
 */
export function mixShares(mix: Mix, length: number, scratch = mixScratch(length)): Mixed {
  const { scores, components, shares } = mix;
  const { values, known, sums, weights, counted } = scratch;
  values.fill(0, 0, length);
  known.fill(0, 0, length);
  counted.fill(0, 0, length);
  for (let from = 0; from < scores.length;) {
    let to = from;
    let whole = 0;
    while (to < scores.length && components[to] === components[from]) whole += shares[to++] as number;
    if (whole > 0) {
      sums.fill(0, 0, length);
      weights.fill(0, 0, length);
      for (let k = from; k < to; k++) {
        const share = shares[k] as number;
        if (!(share > 0)) continue;
        const column = scores[k] as Float64Array;
        for (let i = 0; i < length; i++) {
          const score = column[i] as number;
          if (Number.isNaN(score)) continue;
          sums[i] = (sums[i] as number) + share * score;
          weights[i] = (weights[i] as number) + share;
        }
      }
      for (let i = 0; i < length; i++) {
        const weight = weights[i] as number;
        if (weight === 0) continue;
        values[i] = (values[i] as number) + (whole * (sums[i] as number)) / weight;
        known[i] = (known[i] as number) + weight;
        counted[i] = (counted[i] as number) + whole;
      }
    }
    from = to;
  }
  for (let i = 0; i < length; i++) values[i] = (values[i] as number) / (counted[i] as number);
  return { values, known };
}

/** Σ v·w / max w: figures added up, in the unit of the heaviest one. */
export function mixSum({ scores, shares }: Mix, length: number, scratch = mixScratch(length)): Mixed {
  const { values, known } = scratch;
  values.fill(0, 0, length);
  known.fill(0, 0, length);
  const heaviest = Math.max(0, ...shares);
  scores.forEach((column, k) => {
    const share = shares[k] as number;
    if (!(share > 0)) return;
    const weight = share / heaviest;
    for (let i = 0; i < length; i++) {
      const value = column[i] as number;
      if (Number.isNaN(value)) continue;
      values[i] = (values[i] as number) + weight * value;
      known[i] = (known[i] as number) + share;
    }
  });
  for (let i = 0; i < length; i++) if (known[i] === 0) values[i] = Number.NaN;
  return { values, known };
}
