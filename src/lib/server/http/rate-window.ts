/** How many requests in how long. */
export interface Rate {
  requests: number;
  ms: number;
}

/** What is left to who asks. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until it is whole again. */
  reset: number;
  /** Whether this request is one too many. */
  over: boolean;
}

/** Askers remembered at most: past it those whose time is over are forgotten, then all. */
const MOST_ASKERS = 20_000;

/**
 * Counts requests in memory, each server its own: reads are many and cheap, and a write of the database for
 * each would cost more than what it guards. Time is an argument.
 */
export class RateWindow {
  readonly #counted = new Map<string, { count: number; endsAt: number }>();

  /** Askers remembered. */
  get size(): number {
    return this.#counted.size;
  }

  /** Counts one request of somebody. */
  take(who: string, { requests, ms }: Rate, now: number): Allowance {
    if (this.#counted.size >= MOST_ASKERS) this.#forget(now);
    let held = this.#counted.get(who);
    if (!held || held.endsAt <= now) this.#counted.set(who, (held = { count: 0, endsAt: now + ms }));
    held.count++;
    return {
      limit: requests,
      remaining: Math.max(0, requests - held.count),
      reset: Math.ceil((held.endsAt - now) / 1000),
      over: held.count > requests,
    };
  }

  #forget(now: number): void {
    for (const [who, { endsAt }] of this.#counted) if (endsAt <= now) this.#counted.delete(who);
    if (this.#counted.size >= MOST_ASKERS) this.#counted.clear();
  }
}

/** What is left, as headers. */
export const rateHeaders = ({ limit, remaining, reset }: Allowance): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(reset),
});
