/** Seeded pseudo-random numbers: the same seed and the same calls give the same territory, byte for byte. */
export interface Prng {
  /** A number in [0, 1). */
  next(): number;
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** A whole number from low to high, both included. */
  integer(low: number, high: number): number;
  /** A draw from the centred normal law of standard deviation 1 (Box–Muller). */
  normal(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the items; throws when there is none. */
  pick<T>(items: readonly T[]): T;
  /** A copy in random order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/** Mulberry32 (T. Ettinger, public domain): 32 bits of state, enough to draw an island. */
export function prng(seed: number): Prng {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const integer = (low: number, high: number): number => low + Math.floor((high - low + 1) * next());
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = integer(0, last);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  };
  return { next, between, integer, normal, chance: (probability) => next() < probability, pick, shuffle };
}

/** A stream of its own for a job (FNV-1a of its name), so that a change in one job does not move the others. */
export function prngFor(seed: number, job: string): Prng {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < job.length; index++) hash = Math.imul(hash ^ job.charCodeAt(index), 0x01000193);
  return prng(hash);
}
