import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileRanks, prioritise, type CriterionRanks } from './priority.ts';

describe('percentileRanks', () => {
  it('runs from 0 to 1 towards the concerning end, ties in the middle, unknown left unknown', () => {
    expect([...percentileRanks([10, NaN, 30, 20, 20], 'high')]).toEqual([0.125, NaN, 0.875, 0.5, 0.5]);
    expect([...percentileRanks([10, NaN, 30, 20, 20], 'low')]).toEqual([0.875, NaN, 0.125, 0.5, 0.5]);
  });

  it('holds infinite distances equal and last', () => {
    expect([...percentileRanks([Infinity, 1, Infinity], 'high')]).toEqual([2 / 3, 1 / 6, 2 / 3]);
  });

  it('averages one half whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.constantFrom('high', 'low'), (values, end) => {
        const ranks = percentileRanks(values, end);
        expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(0.5, 9);
      }),
    );
  });
});

describe('prioritise', () => {
  const ranks: CriterionRanks = {
    standard: [0.9, NaN, 0.2, NaN, 0.9, 0.1],
    fibre: [0.8, 0.9, 0.2, NaN, 0.8, 0.1],
    elders: [0.1, 0.8, 0.3, 0.9, 0.1, 0.1],
    distance: [0.2, 0.6, 0.4, 0.9, 0.2, 0.1],
  };
  const populations = [100, 50, 80, 90, 300, 0];
  const result = prioritise([0, 1, 2, 3, 4, 5], ranks, (ordinal) => populations[ordinal] ?? null);

  it('orders by the mean of known ranks, then by population', () => {
    expect(result.order.map(({ ordinal }) => ordinal)).toEqual([1, 4, 0, 2]);
    expect(result.order[0]?.mean).toBeCloseTo((0.9 + 0.8 + 0.6) / 3, 12);
  });

  it('gives the reasons, heaviest first, and what is unknown', () => {
    expect(result.order[0]).toMatchObject({ reasons: ['fibre', 'elders'], unknown: ['standard'] });
    expect(result.order[1]).toMatchObject({ reasons: ['standard', 'fibre'], unknown: [] });
    expect(result.order[3]?.reasons).toEqual(['distance']);
  });

  it('counts apart the communes with too few facts and those without people', () => {
    expect(result.unordered).toEqual([3]);
    expect(result.empty).toEqual([5]);
  });
});
