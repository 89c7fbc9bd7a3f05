import type { RandomStream } from '../../random/stream.ts';
import type { SitingInstance } from '../model/instance.ts';
import type { ServiceLists } from '../model/lists.ts';
import { CoverState } from './cover-state.ts';
import type { Found } from './neighbourhoods.ts';

/** Temperatures of a cycle, as shares of what a site covers on average; measured, the same for all. */
const HOT = 0.05;
const COLD = 0.001;
/** Share of trials that open a site drawn by what the bound thinks of it. */
const GUIDED = 0.4;
/** Share of these that close a site whose demands the drawn one covers; else the least lossy of a few. */
const OVERLAPPING = 0.7;
const FEW = 4;
/** Shares under it are what is left of the first choices met. */
const LEAST_SHARE = 0.01;
/** Trials between two turns. */
const SLICE = 20_000;

/**
 * Simulated annealing over swaps for covering by a number of sites (Kirkpatrick, Gelatt and Vecchi 1983):
 * one open site closes, another opens, near it or drawn by its share in the relaxed solutions that the bound
 * meets (`shares`, read again at each slice); the swap is tried in the length of one list, and made in
 * that of its neighbours. One cooling, of that many trials; yields the best after each slice.
 */
export function* annealCover(
  { lists, offset }: SitingInstance,
  start: readonly number[],
  trials: number,
  stream: RandomStream,
  shares: () => Float64Array,
): Generator<Found, Found> {
  const state = new CoverState(lists, start);
  const total = lists.bases.reduce((sum, base) => sum + base, 0);
  const open = [...start];
  let best: Found = { open: [...open], cost: offset + total - state.covered };
  let most = state.covered;
  const scale = most / Math.max(1, open.length);
  if (open.length === 0 || scale === 0) return best;
  let drawSite = drawer(shares());
  for (let trial = 0; trial < trials; trial++) {
    if (trial % SLICE === SLICE - 1) {
      yield best;
      drawSite = drawer(shares());
    }
    const guided = stream.next() < GUIDED;
    const from = stream.below(open.length);
    const opens = guided ? drawSite(stream.next()) : siteNear(lists, open[from] as number, stream);
    if (state.isOpen[opens] || lists.siteStarts[opens] === lists.siteStarts[opens + 1]) continue;
    const at = guided ? placeToLeave(state, open, opens, from, stream) : from;
    const closes = open[at] as number;
    const limit = scale * HOT * (COLD / HOT) ** (trial / trials) * Math.log(stream.next());
    // What is gained is at most what opening adds.
    if ((state.gains[opens] as number) < limit || state.swapGain(opens, closes) < limit) continue;
    state.close(closes);
    state.open(opens);
    open[at] = opens;
    if (state.covered <= most + 1e-9 * total) continue;
    most = state.covered;
    best = { open: [...open], cost: offset + total - most };
  }
  return best;
}

/** A site drawn among those that serve a demand drawn of a site. */
function siteNear(
  { siteStarts, demands, starts, sites }: ServiceLists,
  site: number,
  stream: RandomStream,
): number {
  const from = siteStarts[site] as number;
  if (from === siteStarts[site + 1]) return site;
  const i = demands[from + stream.below((siteStarts[site + 1] as number) - from)] as number;
  return sites[
    (starts[i] as number) + stream.below((starts[i + 1] as number) - (starts[i] as number))
  ] as number;
}

/**
 * Place of the open site that closes for one drawn: mostly the only one to cover a demand of its own,
 * else the one of least loss among a few.
 */
function placeToLeave(
  { lists, covers, owners, gains }: CoverState,
  open: readonly number[],
  opens: number,
  at: number,
  stream: RandomStream,
): number {
  if (stream.next() < OVERLAPPING) {
    const from = lists.siteStarts[opens] as number;
    const i = lists.demands[from + stream.below((lists.siteStarts[opens + 1] as number) - from)] as number;
    if (covers[i] === 1) return open.indexOf(owners[i] as number);
  }
  let least = at;
  for (let draw = 0; draw < FEW; draw++) {
    const other = stream.below(open.length);
    if ((gains[open[other] as number] as number) < (gains[open[least] as number] as number)) least = other;
  }
  return least;
}

/** Draws a rank by its share, from a number in (0, 1); any rank while all shares are 0. */
function drawer(shares: Float64Array): (draw: number) => number {
  const sums = new Float64Array(shares.length);
  let sum = 0;
  shares.forEach((share, j) => (sums[j] = sum += share < LEAST_SHARE ? 0 : share));
  if (sum === 0) return (draw) => Math.floor(draw * shares.length);
  return (draw) => {
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > draw * sum) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
