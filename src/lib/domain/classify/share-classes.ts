import { classOf } from './breaks.ts';
import { UNCLASSED, type Classification } from './classification.ts';

/**
 * Limits of shares of variants, 0 to 1, the same whatever is drawn, so that two maps can be compared:
 * nearly never, rarely, sometimes, often, mostly, nearly always.
 */
export const SHARE_LIMITS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Shares cut by `SHARE_LIMITS`; classes stand even when empty; NaN is absent. */
export function classifyShares(shares: Float64Array): Classification {
  const codes = new Uint8Array(shares.length);
  const counts = new Array<number>(SHARE_LIMITS.length + 1).fill(0);
  let absent = 0;
  shares.forEach((share, i) => {
    if (Number.isNaN(share)) {
      codes[i] = UNCLASSED.absent;
      absent++;
      return;
    }
    const at = classOf(share, SHARE_LIMITS);
    codes[i] = at;
    counts[at] = (counts[at] as number) + 1;
  });
  return {
    codes,
    breaks: [...SHARE_LIMITS],
    own: null,
    range: absent < shares.length ? [0, 1] : null,
    counts,
    estimated: 0,
    unclassed: { secret: 0, absent, incomplete: 0 },
    histogram: null,
  };
}
