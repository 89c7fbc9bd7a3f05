import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundChanges, diffWords, type DiffRun } from './word-diff.ts';

const side = (runs: readonly DiffRun[], of: 'before' | 'after'): string =>
  runs
    .filter((run) => run.of === 'both' || run.of === of)
    .map(({ text }) => text)
    .join('');

describe('what changed between two texts', () => {
  it('is told by words', () => {
    expect(diffWords('Ouvrir deux points d’accueil', 'Ouvrir trois points d’accueil numérique')).toEqual([
      { of: 'both', text: 'Ouvrir ' },
      { of: 'before', text: 'deux' },
      { of: 'after', text: 'trois' },
      { of: 'both', text: ' points d’accueil' },
      { of: 'after', text: ' numérique' },
    ]);
    expect(diffWords('', 'neuf')).toEqual([{ of: 'after', text: 'neuf' }]);
    expect(diffWords('a', 'a')).toEqual([{ of: 'both', text: 'a' }]);
    expect(diffWords('', '')).toEqual([]);
  });

  it('gives both texts back, whatever they are', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('un', 'deux', ' ', '\n', '.', 'é', '«', '🙂')),
        fc.array(fc.constantFrom('un', 'deux', ' ', '\n', '.', 'é', '«', '🙂')),
        (a, b) => {
          const runs = diffWords(a.join(''), b.join(''));
          expect(side(runs, 'before')).toBe(a.join(''));
          expect(side(runs, 'after')).toBe(b.join(''));
          for (const [at, run] of runs.entries()) expect(run.of).not.toBe(runs[at + 1]?.of);
        },
      ),
      { numRuns: 2_000 },
    ));

  it('two long texts with nothing in common are one replaced by the other', () => {
    const before = 'avant '.repeat(1_600).trim();
    const after = 'après\n'.repeat(1_600).trim();
    const runs = diffWords(before, after);
    expect(runs.map(({ of }) => of)).toEqual(['before', 'after']);
    expect([side(runs, 'before'), side(runs, 'after')]).toEqual([before, after]);
  });

  it('what is long and did not change is cut short', () => {
    const long = 'mot '.repeat(100);
    const cut = aroundChanges(diffWords(`${long}un ${long}fin`, `${long}deux ${long}fin`));
    expect(cut.map(({ of }) => of)).toEqual(['both', 'before', 'after', 'both']);
    expect(cut[0]?.text).toMatch(/^…\s?mot .*mot $/);
    expect(cut[3]?.text).toMatch(/^ mot .*mot …$/);
    expect(Math.max(...cut.map(({ text }) => text.length))).toBeLessThan(200);
  });
});
