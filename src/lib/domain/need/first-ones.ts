/** A territory and its place among those compared. */
export interface Place {
  ordinal: number;
  /** From 1; equal scores share it. */
  rank: number;
}

/**
 * The first `count` of some territories (`null`: all), the most fragile first, ties by place in the
 * column. `ranks` are those of everybody, 0 for whoever has none; ranks among the members are given.
 */
export function firstOnes(ranks: Int32Array, members: ArrayLike<number> | null, count: number): Place[] {
  const kept: number[] = [];
  const all = members?.length ?? ranks.length;
  const rankOf = (ordinal: number): number => ranks[ordinal] ?? 0;
  for (let i = 0; i < all; i++) {
    const ordinal = members ? (members[i] as number) : i;
    const rank = rankOf(ordinal);
    if (rank === 0) continue;
    const last = kept.at(-1);
    if (kept.length === count && last !== undefined && rankOf(last) <= rank) continue;
    let to = kept.length;
    while (to > 0 && rankOf(kept[to - 1] as number) > rank) to--;
    kept.splice(to, 0, ordinal);
    if (kept.length > count) kept.pop();
  }
  return kept.map((ordinal) => ({
    ordinal,
    rank: kept.findIndex((other) => rankOf(other) === rankOf(ordinal)) + 1,
  }));
}
