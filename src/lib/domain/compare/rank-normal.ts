/**
 * The value below which a standard normal variable falls with probability `p`, 0 < p < 1.
 * Rational approximation of P. J. Acklam (2003), relative error under 1.15e-9.
 */
export function inverseNormal(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability strictly between 0 and 1, not ${p}`);
  if (p > 0.5) return -inverseNormal(1 - p);
  if (p < 0.024_25) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(TAIL_ABOVE, q) / (polynomial(TAIL_BELOW, q) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  return (polynomial(MIDDLE_ABOVE, r) * q) / (polynomial(MIDDLE_BELOW, r) * r + 1);
}

const MIDDLE_ABOVE = [
  -3.969_683_028_665_376e1, 2.209_460_984_245_205e2, -2.759_285_104_469_687e2, 1.383_577_518_672_69e2,
  -3.066_479_806_614_716e1, 2.506_628_277_459_239,
];
const MIDDLE_BELOW = [
  -5.447_609_879_822_406e1, 1.615_858_368_580_409e2, -1.556_989_798_598_866e2, 6.680_131_188_771_972e1,
  -1.328_068_155_288_572e1,
];
const TAIL_ABOVE = [
  -7.784_894_002_430_293e-3, -3.223_964_580_411_365e-1, -2.400_758_277_161_838, -2.549_732_539_343_734,
  4.374_664_141_464_968, 2.938_163_982_698_783,
];
const TAIL_BELOW = [
  7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416,
];

/** Horner's rule, the highest power first. */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/**
 * Standard scores by rank: each known value takes the place, in a normal law, of its middle rank among
 * the known ones, (below + equal / 2) / known. NaN stays NaN.
 *
 * Rather than distances to the mean or to the median: the scores are bounded whatever the tail (fibre
 * is above 90 % nearly everywhere and 0 somewhere), do not change under any monotone rescaling, and ties
 * share one score.
 */
export function rankNormal(values: Float64Array): Float64Array {
  const known = [...values.keys()].filter((at) => !Number.isNaN(values[at]));
  known.sort((a, b) => (values[a] as number) - (values[b] as number));
  const scores = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0, to = 0; from < known.length; from = to) {
    const value = values[known[from] as number];
    while (to < known.length && values[known[to] as number] === value) to++;
    const score = inverseNormal((from + to) / 2 / known.length);
    for (let at = from; at < to; at++) scores[known[at] as number] = score;
  }
  return scores;
}
