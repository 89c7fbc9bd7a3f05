import { expect, it } from 'vitest';
import { UNCLASSED } from './classification.ts';
import { classifyShares, SHARE_LIMITS } from './share-classes.ts';

it('cuts shares by fixed limits, each belonging to the class above it', () => {
  const cut = classifyShares(Float64Array.of(0, 0.049, 0.05, 0.5, 0.95, 1, Number.NaN));
  expect([...cut.codes]).toEqual([0, 0, 1, 3, 5, 5, UNCLASSED.absent]);
  expect(cut.counts).toEqual([2, 1, 0, 1, 0, 2]);
  expect(cut.counts).toHaveLength(SHARE_LIMITS.length + 1);
  expect(cut.unclassed.absent).toBe(1);
});
