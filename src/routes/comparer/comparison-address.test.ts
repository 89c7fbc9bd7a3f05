import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDICATORS, THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import type { Theme } from '#lib/domain/indicators/indicator.ts';
import { FACTORS } from '#lib/domain/compare/similar.ts';
import {
  EMPTY_VIEW,
  comparisonHref,
  readComparisonView,
  writeComparisonView,
  type ComparisonView,
} from './comparison-address.ts';

const read = (query: string): ComparisonView => readComparisonView(new URLSearchParams(query));
const slug = fc.constantFrom('38185', '2A004', '200040715', '38', 'R84', 'FR', '971');

const view: fc.Arbitrary<ComparisonView> = fc.record({
  slugs: fc.array(slug, { maxLength: 8 }),
  theme: fc.option(fc.constantFrom(...(Object.keys(THEME_LABELS) as Theme[]))),
  differences: fc.boolean(),
  estimated: fc.boolean(),
  query: fc.constantFrom('', 'Saint-Étienne', 'a&b=c#d', '38000'),
  similar: fc.option(slug),
  factor: fc.constantFrom(...FACTORS),
  density: fc.boolean(),
  traits: fc.uniqueArray(fc.constantFrom(...INDICATORS.map(({ id }) => id)), { minLength: 1, maxLength: 6 }),
});

describe('the address of a comparison', () => {
  it('holds the whole view', () => {
    fc.assert(
      fc.property(view, (held) => {
        expect(read(writeComparisonView(held))).toEqual(held);
      }),
      { numRuns: 3_000 },
    );
  });

  it('settles once whatever it was: read and written, it no longer changes', () => {
    const name = fc.constantFrom('t', 'th', 'tri', 'e', 'q', 'sim', 'sf', 'sd', 'si', 'x');
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      slug,
      fc.constantFrom('0', '1', '2'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 12 }), (pairs) => {
        const written = writeComparisonView(readComparisonView(new URLSearchParams(pairs)));
        expect(writeComparisonView(read(written))).toBe(written);
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves defaults out', () => {
    expect(writeComparisonView(EMPTY_VIEW)).toBe('');
    expect(read('')).toEqual(EMPTY_VIEW);
    expect(comparisonHref(read('t=38185&q=gre'), { slugs: ['38185', '38'] })).toBe('/comparer?t=38185_38');
  });

  it('reads what a form without JavaScript sends', () => {
    expect(read('t=38185_38&sim=38&sf=0&sd=0&si=chomage&si=fibre-2026')).toMatchObject({
      factor: null,
      density: false,
      traits: ['chomage', 'fibre-2026'],
    });
    const defaults = [...EMPTY_VIEW.traits].reverse().map((id) => `si=${id}`);
    expect(writeComparisonView(read(['t=38', ...defaults].join('&')))).toBe('?t=38');
    expect(read('t=38185&t=38').slugs).toEqual(['38185', '38']);
  });

  it('falls back on what it does not understand', () => {
    expect(read('th=autre&sf=9&si=rien&e=oui')).toEqual(EMPTY_VIEW);
  });
});
