/** Where a territory stands within one of its parents. */
export interface Standing {
  parent: 'epci' | 'departement' | 'region';
  rank: number;
  /** Those ranked there. */
  of: number;
}

/** The place of each of some territories among them, ties sharing it; those without a rank are left out. */
export function placesAmong(ranks: Int32Array, members: readonly number[]): Map<number, number> {
  const order = members
    .filter((ordinal) => (ranks[ordinal] ?? 0) > 0)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const places = new Map<number, number>();
  order.forEach((ordinal, at) => {
    const before = order[at - 1];
    const tie = before !== undefined && ranks[before] === ranks[ordinal];
    places.set(ordinal, tie ? (places.get(before) as number) : at + 1);
  });
  return places;
}
