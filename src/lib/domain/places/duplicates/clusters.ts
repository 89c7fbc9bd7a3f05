/** Two records, by rank, that something says are one place. */
export interface Link {
  first: number;
  second: number;
  /**
   * How sure it is: links are tried from the surest, and one that would break a rule is left out, so
   * that the weakest gives way.
   */
  strength: number;
}

/**
 * Puts linked records together, the surest link first, links of one strength in the order of the ranks;
 * a link is left out when any record of one side may not be with any record of the other. Gives the
 * ranks of each cluster in order, clusters by their first rank.
 */
export function clusterRecords(
  count: number,
  links: readonly Link[],
  mayJoin: (first: number, second: number, link: Link) => boolean,
): number[][] {
  const clusters = Array.from({ length: count }, (_, rank) => [rank]);
  const inOrder = [...links].sort(
    (a, b) => b.strength - a.strength || a.first - b.first || a.second - b.second,
  );
  for (const link of inOrder) {
    const left = clusters[link.first] ?? [];
    const right = clusters[link.second] ?? [];
    if (left === right || left.some((a) => right.some((b) => !mayJoin(a, b, link)))) continue;
    const joined = [...left, ...right].sort((a, b) => a - b);
    for (const rank of joined) clusters[rank] = joined;
  }
  return clusters.filter((cluster, rank) => cluster[0] === rank);
}
