import { expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const ask = (headers: Record<string, string>): boolean =>
  isSameOrigin(new Request('http://carte.test/lieux/affichage', { headers }), 'http://carte.test');

it('answers the pages of the application', () => {
  expect(ask({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(ask({ referer: 'http://carte.test/carte?i=ifn-total' })).toBe(true);
});

it('answers nothing else: another site, an address typed, a script', () => {
  expect(ask({ 'sec-fetch-site': 'cross-site', referer: 'http://carte.test/carte' })).toBe(false);
  expect(ask({ 'sec-fetch-site': 'none' })).toBe(false);
  expect(ask({ referer: 'http://autre.test/carte' })).toBe(false);
  expect(ask({ referer: 'pas une adresse' })).toBe(false);
  expect(ask({})).toBe(false);
});
