/** Weighted mean of the known values of each group, given back to every member; NaN where none is known. */
export function groupMeans(values: Float64Array, weights: Float64Array, groups: Int32Array): Float64Array {
  const sums = new Map<number, { sum: number; weight: number }>();
  values.forEach((value, i) => {
    const weight = weights[i] as number;
    const group = groups[i] as number;
    if (group < 0 || Number.isNaN(value) || !(weight > 0)) return;
    const entry = sums.get(group) ?? { sum: 0, weight: 0 };
    entry.sum += value * weight;
    entry.weight += weight;
    sums.set(group, entry);
  });
  return Float64Array.from(values, (_, i) => {
    const entry = sums.get(groups[i] as number);
    return entry ? entry.sum / entry.weight : Number.NaN;
  });
}
