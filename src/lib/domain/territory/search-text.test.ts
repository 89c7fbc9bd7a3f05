import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneTypoAway, normaliseName } from './search-text.ts';

describe('normaliseName', () => {
  it.each([
    ['Saint-Étienne', 'saint etienne'],
    ['St Etienne', 'saint etienne'],
    ['STE-MARIE', 'sainte marie'],
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ['Œuilly', 'oeuilly'],
    ['  Bourg  en   Bresse ', 'bourg en bresse'],
    ['Stains', 'stains'],
    ['Brest', 'brest'],
    ['!?', ''],
  ])('%s → %s', (text, expected) => {
    expect(normaliseName(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      }),
      { numRuns: 10_000 },
    );
  });
});

/** Optimal string alignment distance, the textbook way. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => d[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}

it('isOneTypoAway agrees with the whole distance matrix', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(isOneTypoAway(a, b)).toBe(distance(a, b) === 1);
    }),
    { numRuns: 10_000 },
  );
});
