import { forNearPairs } from './near-pairs.ts';
import type { Portrait } from './portrait.ts';

/** Metres within which two given positions are worth comparing: geocoders differ by a street or two. */
export const REACH = 300;
/**
 * Records that share a trait, beyond which it tells nothing (a big operator’s SIRET, « mairie » in a
 * city): such a group is not paired, which keeps the work in proportion to the records.
 */
const CROWD = 40;

/** Records put in their groups before others are given a turn: some milliseconds of work. */
const SLICE = 2_000;

/**
 * Pairs worth comparing, as ranks, the lesser first, each once, in order: near each other, of one
 * commune with a word of the name in common or a bare name, or sharing an address, SIRET or RNA,
 * telephone or website. Yields after each slice of the work.
 */
export function* findingCandidates(portraits: readonly Portrait[]): Generator<void, [number, number][]> {
  const pairs = new Set<number>();
  const n = portraits.length;
  const add = (a: number, b: number): void => {
    pairs.add(a < b ? a * n + b : b * n + a);
  };
  forNearPairs({ lons: portraits.map(({ lon }) => lon), lats: portraits.map(({ lat }) => lat) }, REACH, add);
  yield;
  const groups = new Map<string, number[]>();
  for (const [rank, portrait] of portraits.entries()) {
    if (rank % SLICE === 0) yield;
    for (const trait of traitsOf(portrait)) {
      const group = groups.get(trait);
      if (group) group.push(rank);
      else groups.set(trait, [rank]);
    }
  }
  yield;
  for (const group of groups.values())
    if (group.length <= CROWD)
      for (const [at, first] of group.entries()) for (const second of group.slice(at + 1)) add(first, second);
  yield;
  const inOrder = Float64Array.from(pairs).sort();
  yield;
  return Array.from(inOrder, (pair) => [Math.floor(pair / n), pair % n]);
}

function traitsOf({ id, area, words, trades, street, pivot, phone, host }: Portrait): string[] {
  const traits = [`id ${id}`];
  if (pivot) traits.push(`pivot ${pivot}`);
  if (phone) traits.push(`phone ${phone}`);
  if (host) traits.push(`host ${host}`);
  if (area === null) return traits;
  traits.push(
    ...words.map((word) => `word ${area} ${word}`),
    ...trades.map((trade) => `door ${area} ${trade}`),
  );
  if (street) traits.push(`street ${area} ${street.numbers.join('-')} ${[...street.words].sort().join(' ')}`);
  return traits;
}
