import { describe, expect, it } from 'vitest';
import { formatCostOrder } from './action-cost.ts';

describe('formatCostOrder', () => {
  it('writes a range, one amount, cents and what is free', () => {
    const written = (low: number, high: number) => formatCostOrder({ low, high, unit: 'par an' });
    expect(written(93_843, 200_131)).toBe('93\u202f843 à 200\u202f131\u00a0€ par an');
    expect(written(120, 120)).toBe('120\u00a0€ par an');
    expect(written(2.9, 2.9)).toBe('2,90\u00a0€ par an');
    expect(written(0, 50)).toBe('0 à 50\u00a0€ par an');
    expect(written(0, 0)).toBe('gratuit par an');
  });
});
