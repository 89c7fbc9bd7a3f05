import { firstAtLeast } from './first-at-least.ts';
import type { BreakMethod } from './method.ts';

/** Over this share a head is no longer a minority, and the distribution no longer heavy-tailed (Jiang, 2013). */
const LARGEST_HEAD = 0.4;

/**
 * Head/tail: cut at the mean, then again what stands above it, while the head is a minority. Gives
 * at most `count` classes, and fewer where the values are not heavy-tailed.
 */
export const headTailBreaks: BreakMethod = (sorted, count) => {
  const breaks: number[] = [];
  let from = 0;
  while (breaks.length < count - 1) {
    const length = sorted.length - from;
    let sum = 0;
    for (let i = from; i < sorted.length; i++) sum += sorted[i] as number;
    const mean = sum / length;
    const head = firstAtLeast(sorted, mean, from);
    const headLength = sorted.length - head;
    if (head === from || headLength === 0) break;
    breaks.push(mean);
    if (headLength < 2 || headLength / length > LARGEST_HEAD) break;
    from = head;
  }
  return breaks;
};
