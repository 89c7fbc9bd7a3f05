import type { RandomStream } from '../../random/stream.ts';
import type { RoundsInstance, Tours } from './instance.ts';
import { Plan, type Insertion } from './plan.ts';

/** Rounds, and what they are worth: people first, then as little driving as can be. */
export interface FoundRounds {
  tours: Tours;
  covered: number;
  effort: number;
}

/** How much driving weighs against people when the next stop is chosen; drawn at each turn. */
const WEIGHTS_OF_EFFORT = [0, 0.3, 1] as const;
/** Gains are blurred by as much, so that no two turns choose alike. */
const BLUR = 0.3;
/** Stops looked at together: the first group that has room for one of them decides. */
const GROUP = 24;
/** Largest share of the stops taken out at once, and their least number where there are that many. */
const MOST_RUINED = 0.35;
const FEW = 3;
/** Temperatures of a cycle, as shares of what a stop covers on average; turns of a cycle. */
const HOT = 0.25;
const COLD = 0.002;
const CYCLE = 3_000;
/** What the driving of a stop, on average, weighs against the people of a stop: little, but never nothing. */
const ROAD = 0.02;
/** Turns between two looks of whoever asked. */
const SLICE = 20;

/** Adds stops to rounds while any has people to gain and a day with room for it. */
export function complete(plan: Plan, stream: RandomStream | null, among: Uint8Array | null = null): void {
  const { gains } = plan.cover;
  const blur = stream ? (): number => 1 + BLUR * (stream.next() - 0.5) : null;
  const weight = stream ? (WEIGHTS_OF_EFFORT[stream.below(WEIGHTS_OF_EFFORT.length)] as number) : 0.3;
  // Half of the turns put stops where they add least; the others also try other days.
  const otherDays = stream && stream.next() < 0.5 ? (): number => stream.next() : null;
  const worth = new Float64Array(gains.length);
  const full = new Uint8Array(gains.length);
  for (;;) {
    const stops: number[] = [];
    for (let stop = 0; stop < gains.length; stop++) {
      if (plan.cover.isOpen[stop] || full[stop] || !((gains[stop] as number) > 0)) continue;
      if (among && among[stop] === 0) continue;
      worth[stop] = (gains[stop] as number) * (blur?.() ?? 1);
      stops.push(stop);
    }
    stops.sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b);
    let chosen: { stop: number; insertion: Insertion; value: number } | null = null;
    for (let at = 0; at < stops.length && (at % GROUP !== 0 || !chosen); at++) {
      const stop = stops[at] as number;
      const insertion = plan.bestInsertion(stop, otherDays);
      if (!insertion) {
        // There will be no room later either.
        if (plan.onlyFills) full[stop] = 1;
        continue;
      }
      const time = plan.instance.minutesAStop + Math.max(0, insertion.effort);
      const value = (worth[stop] as number) / (1 + time) ** weight;
      if (!chosen || value > chosen.value) chosen = { stop, insertion, value };
    }
    if (!chosen) return;
    plan.insert(chosen.stop, chosen.insertion);
    plan.shorten(chosen.insertion.outing);
  }
}

/** The first rounds: stop after stop, each where it brings the most for the driving it adds. */
export function construct(instance: RoundsInstance): FoundRounds {
  const plan = new Plan(instance);
  complete(plan, null);
  dropIdle(plan);
  return foundOf(plan);
}

/**
 * Better and better rounds: some stops are taken out, chosen at random, near each other, of one day or among
 * those that bring least, and the week completed again (ruin and recreate, Schrimpf et al. 2000); worse rounds
 * are kept for a while (annealing). `guide` tells stops that the relaxation likes. Never ends by itself; yields
 * the best after each slice of turns.
 */
export function* searchRounds(
  instance: RoundsInstance,
  start: FoundRounds,
  stream: RandomStream,
  guide: () => Uint8Array | null,
): Generator<FoundRounds, never> {
  const plan = new Plan(instance, start.tours);
  let best = start;
  let current = start;
  for (let turn = 0; ; turn++) {
    if (turn % SLICE === SLICE - 1) yield best;
    if (turn % CYCLE === CYCLE - 1) {
      plan.restore(best.tours);
      current = best;
    }
    ruin(plan, stream);
    const liked = stream.next() < 0.3 ? guide() : null;
    if (liked) complete(plan, stream, liked);
    complete(plan, stream);
    dropIdle(plan);
    const found = foundOf(plan);
    if (isBetter(found, best)) best = found;
    const stops = Math.max(1, best.tours.flat().length);
    const scale = best.covered / stops;
    const road = (ROAD * scale * stops) / Math.max(1, best.effort);
    const temperature = scale * HOT * (COLD / HOT) ** ((turn % CYCLE) / CYCLE);
    const gain = found.covered - current.covered + road * (current.effort - found.effort);
    if (gain >= temperature * Math.log(stream.next())) current = found;
    else plan.restore(current.tours);
  }
}

/** More people, or as many with less driving. */
export const isBetter = (one: FoundRounds, other: FoundRounds): boolean =>
  one.covered > other.covered + 1e-6 ||
  (one.covered > other.covered - 1e-6 && one.effort < other.effort - 1e-6);

const foundOf = (plan: Plan): FoundRounds => ({
  tours: plan.copyTours(),
  covered: plan.covered,
  effort: plan.effort,
});

/** Stops whose people are all reached by others leave. */
function dropIdle(plan: Plan): void {
  plan.tours.forEach((tour, outing) => {
    for (let at = tour.length - 1; at >= 0; at--)
      if (!((plan.cover.gains[tour[at] as number] as number) > 1e-9)) plan.remove(outing, at);
  });
}

function ruin(plan: Plan, stream: RandomStream): void {
  const placed = plan.tours.flatMap((tour, outing) => tour.map((stop) => ({ stop, outing })));
  const [first] = placed;
  if (!first) return;
  const most = Math.max(Math.min(FEW, placed.length), Math.floor(MOST_RUINED * placed.length));
  const count = 1 + stream.below(most);
  const seed = placed[stream.below(placed.length)] ?? first;
  const kind = stream.below(4);
  const rank = rankBy(plan, kind, seed, stream);
  const leaving = [...placed]
    .sort((a, b) => rank(a) - rank(b) || a.stop - b.stop)
    .slice(0, kind === 2 ? (plan.tours[seed.outing] as number[]).length : count);
  for (const { stop, outing } of leaving) plan.remove(outing, (plan.tours[outing] as number[]).indexOf(stop));
}

type Placed = { stop: number; outing: number };

/** What makes a stop leave first: chance, the distance to one drawn, its day, or how little it brings. */
function rankBy(plan: Plan, kind: number, seed: Placed, stream: RandomStream): (placed: Placed) => number {
  const { legs } = plan.instance;
  const draws = new Map<number, number>();
  const drawOf = (stop: number): number => {
    const held = draws.get(stop) ?? stream.next();
    draws.set(stop, held);
    return held;
  };
  switch (kind) {
    case 0:
      return ({ stop }) => drawOf(stop);
    case 1:
      return ({ stop }) =>
        (legs.metres[seed.stop * legs.count + stop] as number) * (0.7 + 0.6 * drawOf(stop));
    case 2:
      return ({ outing }) => (outing === seed.outing ? 0 : 1);
    default:
      return ({ stop }) => (plan.cover.gains[stop] as number) * (0.5 + drawOf(stop));
  }
}
