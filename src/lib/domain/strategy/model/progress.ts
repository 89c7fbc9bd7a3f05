import type { Indicator, Measure } from './strategy.ts';

/** How far an indicator is. */
export interface Progress {
  /** The last dated measure that has a value. */
  last: (Measure & { value: number }) | null;
  /** Share of the way from the baseline to the target, 0 at the baseline and 1 at the target; may pass both. `null` when it cannot be told. */
  share: number | null;
  state: 'unmeasured' | 'reached' | 'going' | 'away' | 'untold';
}

/** Where the measures of an indicator stand between its baseline and its target. */
export function progressOf({ baseline, target, direction, measures }: Indicator): Progress {
  const last = measures.findLast(
    (one): one is Measure & { value: number } => one.value !== null && one.day !== '',
  );
  if (!last) return { last: null, share: null, state: 'unmeasured' };
  if (target === null) return { last, share: null, state: 'untold' };
  const reached = direction === 'down' ? last.value <= target : last.value >= target;
  if (baseline === null || baseline === target)
    return { last, share: null, state: reached ? 'reached' : 'untold' };
  const share = (last.value - baseline) / (target - baseline);
  return { last, share, state: reached ? 'reached' : share < 0 ? 'away' : 'going' };
}
