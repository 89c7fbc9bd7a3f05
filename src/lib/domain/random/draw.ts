import { normalQuantile } from './normal.ts';

/**
 * Spreads the bits of a whole number (one step of SplitMix, with the 32-bit constants that C. Wellons
 * found least biased): near numbers give unrelated ones.
 */
export function scramble(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

const GOLDEN = 0x9e3779b9;

/** Goes one step down: the number of a path of whole numbers, from that of the path before its last one. */
export const drawNext = (before: number, step: number): number => scramble(before ^ scramble(step + GOLDEN));

/** One number of 32 bits for a path of whole numbers (a seed, then what for): a draw that needs no state. */
export const drawFor = (...path: readonly number[]): number => path.reduce(drawNext, GOLDEN);

/** Steps of equal probability in the table below: its greatest draw is 3.7 deviations away. */
const STEPS = 4_096;

const NORMALS = Float64Array.from({ length: STEPS }, (_, i) => normalQuantile((i + 0.5) / STEPS));

/** A normal draw (mean 0, deviation 1) from 32 random bits, by a table: there are tens of millions of them. */
export const normalOf = (bits: number): number => NORMALS[bits >>> 20] as number;
