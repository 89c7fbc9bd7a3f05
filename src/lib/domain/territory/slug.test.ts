import { describe, expect, it } from 'vitest';
import type { Level } from './level.ts';
import { readSlug, slugOf } from './slug.ts';

describe('slug', () => {
  it.each<[Level, string, string]>([
    ['commune', '38185', '38185'],
    ['commune', '2A004', '2A004'],
    ['epci', '200040715', '200040715'],
    ['departement', '2A', '2A'],
    ['departement', '84', '84'],
    ['region', '84', 'R84'],
    ['region', '975', 'R975'],
    ['france', 'FR', 'FR'],
  ])('writes and reads back %s %s', (level, code, slug) => {
    expect(slugOf(level, code)).toBe(slug);
    const reading = readSlug(slug.toLowerCase());
    expect(reading?.code).toBe(code);
    expect(reading?.levels).toContain(level);
  });

  it.each(['', 'grenoble', '3818', '1234567', 'R8', '2C004', '../../etc', '38185 ; drop'])(
    'reads nothing in « %s »',
    (slug) => {
      expect(readSlug(slug)).toBeNull();
    },
  );
});
