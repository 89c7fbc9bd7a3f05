import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv, withComma, withPoint } from './csv.ts';

describe('the delimited text writer', () => {
  const rows = [
    ['code', 'nom'],
    ['99001', 'Saint-"Lampion", le Petit'],
    ['99002', 'deux\n\nlignes'],
    ['99003', null],
  ];

  it.each(['needed', 'always'] as const)('is read back as it was (%s quotes)', (quote) => {
    const text = csv(rows, ',', quote);
    expect(parse(text)).toEqual(rows.map((row) => row.map((cell) => cell ?? '')));
  });

  it('quotes only what must be, or everything', () => {
    expect(csv([['a', 1, null]], ';')).toBe('a;1;\n');
    expect(csv([['a', 1, null]], ',', 'always', '\r\n')).toBe('"a","1",""\r\n');
    expect(csv([['a;b']], ';')).toBe('"a;b"\n');
  });

  it('writes decimals as each producer does', () => {
    expect(withComma(-14.8, 1)).toBe('-14,8');
    expect(withPoint(100, 1)).toBe('100.0');
    expect(withPoint(null, 1)).toBe('');
  });
});
