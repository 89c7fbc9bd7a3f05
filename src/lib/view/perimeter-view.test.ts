import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitsAddress,
  MAX_PERIMETER_LENGTH,
  MAX_PERIMETER_NAME,
  perimeterAddress,
  readPerimeterName,
  readPerimeterTokens,
  readPerimeterView,
  writePerimeterTokens,
  writePerimeterView,
} from './perimeter-view.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const slug = fc.oneof(
  digits(5),
  digits(9),
  digits(2),
  fc.stringMatching(/^2[AB]\d{3}$/),
  fc.stringMatching(/^R\d{2}$/),
  fc.constant('FR'),
);
const token = fc.tuple(fc.constantFrom('', '-'), slug).map(([sign, code]) => sign + code);
const view = fc.record({
  tokens: fc.uniqueArray(token, { maxLength: 200 }),
  name: fc.string({ unit: 'grapheme', maxLength: 80 }).map(readPerimeterName),
});

const reread = (query: string) => readPerimeterView(new URLSearchParams(query));

describe('the perimeter of an address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(view, (written) => {
        expect(reread(writePerimeterView(written))).toEqual({ view: written, malformed: [], cut: false });
      }),
      { numRuns: 10_000 },
    );
  });

  it('needs no escape but for its name', () => {
    fc.assert(
      fc.property(fc.uniqueArray(token, { minLength: 1 }), (tokens) => {
        expect(writePerimeterView({ tokens, name: '' })).toBe(`per=${tokens.join('_')}`);
      }),
    );
    expect(perimeterAddress('/carte', { tokens: ['38', '-38421'], name: 'Mon pays' })).toBe(
      '/carte?per=38_-38421&pn=Mon+pays',
    );
    expect(perimeterAddress('/perimetre', { tokens: [], name: '' })).toBe('/perimetre');
    expect(perimeterAddress('/perimetre', { tokens: ['38'], name: '' }, { i: 'chomage' })).toBe(
      '/perimetre?per=38&i=chomage',
    );
  });

  it('takes capitals or not, once each, and lists what is no code', () => {
    expect(readPerimeterTokens('2a004_38_-r84__38_bonjour_- 38421')).toEqual({
      tokens: ['2A004', '38', '-R84', '-38421'],
      malformed: ['bonjour'],
      cut: false,
    });
  });

  it('is cut after a whole code when it is too long', () => {
    const tokens = Array.from({ length: 2_000 }, (_, at) => String(10_000 + at));
    expect(fitsAddress(tokens)).toBe(false);
    const reading = readPerimeterTokens(writePerimeterTokens(tokens));
    expect(reading.cut).toBe(true);
    expect(reading.tokens).toEqual(tokens.slice(0, reading.tokens.length));
    expect(fitsAddress(reading.tokens)).toBe(true);
    expect(readPerimeterTokens('9'.repeat(MAX_PERIMETER_LENGTH + 1))).toEqual({
      tokens: [],
      malformed: ['9'.repeat(MAX_PERIMETER_LENGTH)],
      cut: true,
    });
  });

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (per, pn) => {
        const { view: read } = readPerimeterView(new URLSearchParams({ per, pn }));
        expect([...read.name].length).toBeLessThanOrEqual(MAX_PERIMETER_NAME);
        expect(reread(writePerimeterView(read)).view).toEqual(read);
      }),
    );
  });
});

it('a name is one line of plain text', () => {
  expect(readPerimeterName('  Pays\n de \u0000\u202eRedon ')).toBe('Pays de Redon');
  expect(readPerimeterName('é'.repeat(90))).toBe('é'.repeat(60));
});
