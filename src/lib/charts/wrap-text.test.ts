import { expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

it('wraps a text at its spaces, keeps what must not be parted', () => {
  const measure = (part: string): number => part.length;
  expect(wrapText('un deux trois quatre', 9, measure)).toEqual(['un deux', 'trois', 'quatre']);
  expect(wrapText('21\u00a0660\u00a0€ par an', 10, measure)).toEqual(['21\u00a0660\u00a0€', 'par an']);
  expect(wrapText('anticonstitutionnellement', 5, measure)).toEqual(['anticonstitutionnellement']);
});
