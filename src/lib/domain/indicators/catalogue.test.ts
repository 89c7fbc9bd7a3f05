import { describe, expect, it } from 'vitest';
import { DEFAULT_INDICATOR, findIndicator, indicator, INDICATORS, mayRedistribute } from './catalogue.ts';
import { SOURCES } from './source.ts';

describe('catalogue', () => {
  it('has unique ids that can stand in an address', () => {
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
    for (const { id } of INDICATORS) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  it('weighs by counts that exist', () => {
    for (const { aggregate } of INDICATORS) {
      if ('weight' in aggregate) expect(indicator(aggregate.weight).kind).toBe('count');
    }
  });

  it('says everything a reader needs of each indicator', () => {
    for (const { label, definition, formula, limits, year, kind, unit, classes } of INDICATORS) {
      for (const text of [label, definition, formula, limits, year]) expect(text).not.toBe('');
      if (kind === 'band' || kind === 'category') expect(classes?.length).toBeGreaterThan(1);
      else if (kind !== 'date') expect(unit).not.toBe('');
    }
  });

  it('keeps what its producer does not allow to pass on', () => {
    const kept = INDICATORS.filter((entry) => !mayRedistribute(entry)).map(({ id }) => id);
    expect(kept.every((id) => id.startsWith('ifn-'))).toBe(true);
    expect(kept).toHaveLength(6);
    expect(SOURCES.filter(({ redistribute }) => !redistribute).map(({ id }) => id)).toEqual([
      'ifn-communes',
      'ifn-epci',
      'lieux-data-inclusion',
      'lieux-conseiller-numerique',
    ]);
  });

  it('opens on the median standard of living and refuses unknown ids', () => {
    expect(indicator(DEFAULT_INDICATOR).kind).toBe('euros');
    expect(findIndicator('rien')).toBeUndefined();
    expect(() => indicator('rien')).toThrow(RangeError);
  });
});
