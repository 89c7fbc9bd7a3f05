import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRankBits, writeRankBits } from './rank-bits.ts';

it('gives back the ranks that were written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000 }), fc.array(fc.nat()), (size, numbers) => {
      const ranks = [...new Set(numbers.map((number) => number % size))].sort((a, b) => a - b);
      const has = readRankBits(writeRankBits(ranks, size));
      expect(Array.from({ length: size }, (_, i) => i).filter(has)).toEqual(ranks);
      expect(has(size + 8)).toBe(false);
    }),
    { numRuns: 50 },
  );
});
