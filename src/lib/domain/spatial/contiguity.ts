/** Who is next to whom, a run of neighbours for each territory; each pair stands twice. */
export interface Contiguity {
  /** First neighbour of each territory, one more at the end. */
  starts: Int32Array;
  neighbours: Int32Array;
}

/** The contiguity of pairs of neighbours, in any order, told once or more; a territory is not its own neighbour. */
export function contiguityOf(count: number, pairs: Iterable<readonly [number, number]>): Contiguity {
  const sets = Array.from({ length: count }, () => new Set<number>());
  for (const [a, b] of pairs) {
    if (a === b) continue;
    sets[a]?.add(b);
    sets[b]?.add(a);
  }
  const starts = new Int32Array(count + 1);
  sets.forEach((set, i) => (starts[i + 1] = (starts[i] as number) + set.size));
  const neighbours = new Int32Array(starts[count] as number);
  sets.forEach((set, i) => {
    neighbours.set(
      [...set].sort((a, b) => a - b),
      starts[i],
    );
  });
  return { starts, neighbours };
}

/** The neighbours of a territory. */
export const neighboursOf = ({ starts, neighbours }: Contiguity, at: number): Int32Array =>
  neighbours.subarray(starts[at], starts[at + 1]);

/**
 * Members in sets of contiguous ones: within a set one goes from any to any other by members only. Each
 * set in order; sets by their first member in the order given.
 */
export function contiguousSets(contiguity: Contiguity, members: Iterable<number>): number[][] {
  const left = new Set(members);
  const sets: number[][] = [];
  for (const first of left) {
    left.delete(first);
    const set = [first];
    for (let at = 0; at < set.length; at++)
      for (const next of neighboursOf(contiguity, set[at] as number)) if (left.delete(next)) set.push(next);
    sets.push(set.sort((a, b) => a - b));
  }
  return sets;
}
