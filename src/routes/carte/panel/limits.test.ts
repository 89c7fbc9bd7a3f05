import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber } from '#lib/format/number.ts';
import { readLimits } from './limits.ts';

it('reads limits as the page writes them', () => {
  const limits = fc
    .uniqueArray(fc.integer({ min: -999_999, max: 9_999_999 }), { minLength: 2, maxLength: 8 })
    .map((list) => list.sort((a, b) => a - b).map((n) => n / 10));
  fc.assert(
    fc.property(limits, (list) => {
      expect(readLimits(list.map((limit) => formatNumber(limit, 1)).join(' ; '))).toEqual(list);
    }),
    { numRuns: 2000 },
  );
});

it('refuses anything else', () => {
  for (const text of ['', '1', '2;1', '1;1', '1;deux', '1;2;3;4;5;6;7;8;9', '1 à 2; 3'])
    expect(readLimits(text)).toBeNull();
});
