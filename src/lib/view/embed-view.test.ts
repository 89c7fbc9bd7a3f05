import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LOOK, embedAddress, isFramed, readLook, writeLook, type EmbedLook } from './embed-view.ts';

const looks = fc.record<EmbedLook>({
  theme: fc.constantFrom('auto', 'light', 'dark'),
  accent: fc.option(
    fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, '0')),
    { nil: null },
  ),
  size: fc.constantFrom('small', 'normal', 'large'),
});

describe('the look of an embedded view', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(looks, (look) => {
        expect(readLook(new URLSearchParams(writeLook(look)))).toEqual(look);
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throws, and never takes what is not a look', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, other) => {
        const look = readLook(new URLSearchParams({ apparence: value, accent: other, taille: value }));
        expect(['auto', 'light', 'dark']).toContain(look.theme);
        expect(look.accent ?? '000000').toMatch(/^[0-9a-f]{6}$/);
      }),
    );
  });

  it('knows no word of the language itself', () => {
    expect(readLook(new URLSearchParams('apparence=constructor&taille=toString'))).toEqual(DEFAULT_LOOK);
  });
});

describe('addresses', () => {
  it('hold the view, then the look', () => {
    expect(embedAddress('carte', 'i=fibre-2026', { ...DEFAULT_LOOK, theme: 'dark' })).toBe(
      '/cadre/carte?i=fibre-2026&apparence=sombre',
    );
    expect(embedAddress('lieux', '', DEFAULT_LOOK)).toBe('/cadre/lieux');
  });

  it.each([
    ['/cadre/carte', true],
    ['/cadre/', true],
    ['/cadre', false],
    ['/cadrer/carte', false],
    ['/carte', false],
    ['/compte', false],
    ['/', false],
  ])('%s may be framed: %s', (path, may) => {
    expect(isFramed(path)).toBe(may);
  });
});
