import { expect, it } from 'vitest';
import { formatNumber, formatPart, formatPercent } from './number.ts';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

it('tells a part that rounds to nothing or to all as a limit, never as a whole percent', () => {
  expect([0, 0.01, 0.5, 23.2, 99.4, 99.99, 100].map((value) => plain(formatPart(value)))).toEqual([
    '0 %',
    'moins de 1 %',
    '1 %',
    '23 %',
    '99 %',
    'plus de 99 %',
    '100 %',
  ]);
});

it('writes what is below nothing with a true minus, and nothing without a sign', () => {
  expect([
    formatNumber(-1.62, 1),
    formatNumber(-0.04, 1),
    formatNumber(-0),
    plain(formatPercent(-3)),
  ]).toEqual(['−1,6', '0,0', '0', '−3 %']);
});
