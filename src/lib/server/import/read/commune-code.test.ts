import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repairCode } from './commune-code.ts';

it('gives a leading zero back, and leaves whole codes as they are', () => {
  expect(['5157', ' 1001 ', '75107', '2a004', '97209'].map(repairCode)).toEqual([
    '05157',
    '01001',
    '75107',
    '2A004',
    '97209',
  ]);
});

it('repairs any code that a spreadsheet read as a number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1001, max: 98_999 }), (number) => {
      expect(repairCode(String(number))).toBe(String(number).padStart(5, '0'));
    }),
  );
});
