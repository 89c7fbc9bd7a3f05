import { setTimeout as wait } from 'node:timers/promises';

/** How long producers are waited for; time and chance are given, so that trials take none. */
export interface Patience {
  now: () => Date;
  random: () => number;
  pause: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds for one file, tries and waits included. */
  totalMs: number;
  /** Longest wait that a producer may ask for: past it one had better come back later. */
  longestWaitMs: number;
}

const MINUTE = 60_000;

/** The largest file (a hundred megabytes) takes a quarter of an hour at one megabit a second. */
const TOTAL_MS = 20 * MINUTE;

export const bePatient = (changes: Partial<Patience> = {}): Patience => ({
  now: () => new Date(),
  random: Math.random,
  pause: (ms, signal) => wait(ms, undefined, { signal }),
  totalMs: TOTAL_MS,
  longestWaitMs: MINUTE,
  ...changes,
});
