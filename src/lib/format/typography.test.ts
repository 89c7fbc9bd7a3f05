import { expect, it } from 'vitest';
import { keepTogether } from './typography.ts';

it.each([
  ['Secret : 87 % des communes', 'Secret\u00a0: 87\u00a0% des communes'],
  ['« 5 % ou moins »', '«\u00a05\u00a0% ou moins\u00a0»'],
  ['4 394 communes, 26 906 sous secret', '4\u202f394 communes, 26\u202f906 sous secret'],
  ['30 Mbit/s, 65 ans', '30\u00a0Mbit/s, 65\u00a0ans'],
  ['recensement 2022, 2018', 'recensement 2022, 2018'],
])('%s', (text, expected) => {
  expect(keepTogether(text)).toBe(expected);
  expect(keepTogether(expected)).toBe(expected);
});
