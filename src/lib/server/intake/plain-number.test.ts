import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paddedCode, plainNumber } from './plain-number.ts';

describe('plainNumber', () => {
  it.each([
    ['3.4422913300196E13', '34422913300196'],
    ['1e3', '1000'],
    ['-1.5e-7', '-0.00000015'],
    ['1E+21', '1000000000000000000000'],
    ['0.30000000000000004', '0.3'],
    ['45.123400000000004', '45.1234'],
    ['01001', '1001'],
    ['', ''],
    ['1e999', '1e999'],
    ['NaN', 'NaN'],
    ['=1+1', '=1+1'],
  ])('%s → %s', (text, expected) => expect(plainNumber(text)).toBe(expected));

  it('never writes an exponent, and says the same number to the 15 digits that a spreadsheet keeps', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainNumber(String(value));
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        const rounded = Number(value.toPrecision(15));
        expect(Number(text)).toBe(Number.isFinite(rounded) ? rounded + 0 : value);
      }),
    );
  });

  it('keeps every SIRET', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (siret) => {
        expect(plainNumber(siret.toExponential())).toBe(String(siret));
      }),
    );
  });
});

describe('paddedCode', () => {
  it('gives back the zeros of a code, and touches nothing else', () => {
    expect(paddedCode('1001', 5)).toBe('01001');
    expect(paddedCode('123456', 5)).toBe('123456');
    expect(paddedCode('1.5', 5)).toBe('1.5');
    expect(paddedCode('2A004', 5)).toBe('2A004');
  });
});
