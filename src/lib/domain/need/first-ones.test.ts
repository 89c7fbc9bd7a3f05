import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstOnes } from './first-ones.ts';

it('gives the first ones as a sort of everybody would, ties sharing their place', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 40 })),
      (ranks, count, chosen) => {
        const members = chosen?.filter((at) => at < ranks.length).sort((a, b) => a - b) ?? null;
        const sorted = (members ?? ranks.map((_, at) => at))
          .filter((at) => (ranks[at] as number) > 0)
          .sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b);
        const expected = sorted.slice(0, count).map((ordinal) => ({
          ordinal,
          rank: 1 + sorted.filter((other) => (ranks[other] as number) < (ranks[ordinal] as number)).length,
        }));
        expect(firstOnes(Int32Array.from(ranks), members, count)).toEqual(expected);
      },
    ),
    { numRuns: 2_000 },
  );
});
