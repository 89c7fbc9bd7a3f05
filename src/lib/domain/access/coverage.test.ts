import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureCoverage, type Settlement } from './coverage.ts';

const settlement = fc.record<Settlement>({
  distance: fc.oneof(
    fc.double({ min: 0, max: 60_000, noNaN: true }),
    fc.constantFrom(Infinity, NaN, 5_000, 10_000),
  ),
  people: fc.option(fc.nat(50_000)),
  elders: fc.option(fc.nat(9_000)),
  group: fc.option(fc.nat(4)),
});

const sum = (numbers: (number | null)[]): number => numbers.reduce<number>((total, n) => total + (n ?? 0), 0);

describe('measureCoverage', () => {
  it('agrees with a plain count for any settlements', () => {
    fc.assert(
      fc.property(fc.array(settlement, { maxLength: 60 }), (settlements) => {
        const coverage = measureCoverage(settlements, 5);
        const placed = settlements.filter(({ distance }) => !Number.isNaN(distance));
        expect(coverage.all.people).toBe(sum(placed.map(({ people }) => people)));
        for (const { metres, count } of coverage.beyond) {
          const far = placed.filter(({ distance }) => distance > metres);
          expect(count.communes).toBe(far.length);
          expect(count.people).toBe(sum(far.map(({ people }) => people)));
          expect(count.elders).toBe(sum(far.map(({ elders }) => elders)));
          for (let group = 0; group < 5; group++) {
            const some = far.filter((one) => one.group === group);
            expect(count.byGroup[group]).toBe(sum(some.map(({ people }) => people)));
          }
          expect(sum(count.byGroup) + count.groupUnknown).toBe(count.people);
        }
        const unplaced = settlements.filter(({ distance }) => Number.isNaN(distance));
        expect(coverage.unplaced).toEqual({
          communes: unplaced.length,
          people: sum(unplaced.map((one) => one.people)),
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('never counts fewer people at a shorter distance', () => {
    fc.assert(
      fc.property(fc.array(settlement), (settlements) => {
        const { all, beyond } = measureCoverage(settlements, 5);
        const people = [all.people, ...beyond.map(({ count }) => count.people)];
        expect(people).toEqual([...people].sort((a, b) => b - a));
      }),
    );
  });

  it('counts exactly the threshold as near, no place at all as far, no centre apart', () => {
    const at = (distance: number): Settlement => ({ distance, people: 10, elders: null, group: null });
    const coverage = measureCoverage([at(5_000), at(Infinity), at(NaN)], 5, [5_000]);
    expect(coverage.beyond[0]?.count).toEqual({
      communes: 1,
      people: 10,
      elders: 0,
      byGroup: [0, 0, 0, 0, 0],
      groupUnknown: 10,
    });
    expect(coverage.unplaced).toEqual({ communes: 1, people: 10 });
    expect(coverage.eldersUnknown).toEqual({ communes: 2, people: 20 });
  });
});
