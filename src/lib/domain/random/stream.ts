import { drawFor, scramble } from './draw.ts';
import { normalQuantile } from './normal.ts';

const rotate = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));

/**
 * A stream of pseudo-random numbers, xoshiro128** 1.1 (D. Blackman and S. Vigna, public domain): the
 * same seeds give the same numbers on every machine.
 */
export class RandomStream {
  readonly #state: Int32Array;

  /** `seeds` are whole numbers: a seed, then what the stream is for. */
  constructor(...seeds: readonly number[]) {
    const start = drawFor(...seeds);
    this.#state = Int32Array.from({ length: 4 }, (_, i) => scramble(start + Math.imul(i + 1, 0x9e3779b9)));
    // The one state that the generator never leaves.
    if (this.#state.every((word) => word === 0)) this.#state[0] = 1;
  }

  /** A stream from a state of four words, as the reference implementation takes it. */
  static fromState(words: readonly [number, number, number, number]): RandomStream {
    const stream = new RandomStream(0);
    stream.#state.set(words);
    return stream;
  }

  /** A whole number of 32 bits. */
  uint32(): number {
    const state = this.#state;
    const second = state[1] as number;
    const result = Math.imul(rotate(Math.imul(second, 5), 7), 9);
    const third = (state[2] as number) ^ (state[0] as number);
    const fourth = (state[3] as number) ^ second;
    state[1] = second ^ third;
    state[0] = (state[0] as number) ^ fourth;
    state[2] = third ^ (second << 9);
    state[3] = rotate(fourth, 11);
    return result >>> 0;
  }

  /** A number in (0, 1): never 0, so that its logarithm exists. */
  next(): number {
    return (this.uint32() + 0.5) / 4294967296;
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** A draw of the centred normal law of standard deviation 1. */
  normal(): number {
    return normalQuantile(this.next());
  }

  /** A draw of the gamma law of that shape and scale 1 (Marsaglia and Tsang, 2000). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.next() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Shares that add up to 1, around `shares` (0 stays 0): the greater `concentration`, the closer. */
  dirichlet(shares: readonly number[], concentration: number): number[] {
    const parts = shares.map((share) => (share > 0 ? this.gamma(share * concentration) : 0));
    const sum = parts.reduce((total, part) => total + part, 0);
    return sum > 0 ? parts.map((part) => part / sum) : [...shares];
  }
}
