import { expect, it } from 'vitest';
import { cellText } from './cell-text.ts';

const column = (kind: 'text' | 'number' | 'day', unit = '', decimals = 0) => ({
  key: 'c',
  label: 'C',
  kind,
  unit,
  decimals,
});
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

it('writes numbers with the digits that they have, euros, days, and what is not said', () => {
  expect(plain(cellText(12_000, column('number', '', 3)))).toBe('12 000');
  expect(cellText(250.5, column('number', '', 3))).toBe('250,5');
  expect(plain(cellText(1_200.5, column('number', '€')))).toBe('1 200,50 €');
  expect(cellText('2028-06-30', column('day'))).toBe('30 juin 2028');
  expect(cellText(null, column('number'))).toBe('non précisé');
  expect(cellText(0, column('number'))).toBe('0');
});
