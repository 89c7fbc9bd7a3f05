/** Tries of one file in all: a producer that is down for a minute is waited for, one that is down is not. */
export const TRIES = 5;

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Milliseconds to wait after the `attempt`-th try (from 1): doubling, capped, half of it at random, so that
 * servers that were cut together do not come back together. `random` gives numbers in [0, 1).
 */
export function backOff(attempt: number, random: () => number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return whole / 2 + (whole / 2) * random();
}

/**
 * Milliseconds that a `retry-after` header asks to wait, from seconds or from a date (RFC 9110, 10.2.3);
 * `null` when it says nothing that can be read.
 */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
