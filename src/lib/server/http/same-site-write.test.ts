import { expect, it } from 'vitest';
import { isForeignWrite } from './same-site-write.ts';

const ask = (method: string, headers: Record<string, string> = {}): boolean =>
  isForeignWrite(new Request('http://carte.test/x', { method, headers }), 'http://carte.test');

it('lets reads and the application’s own writes through', () => {
  expect(ask('GET')).toBe(false);
  expect(ask('POST', { origin: 'http://carte.test' })).toBe(false);
  expect(ask('POST', { origin: 'http://carte.test', 'sec-fetch-site': 'same-origin' })).toBe(false);
});

it.each([
  [{}],
  [{ origin: 'null' }],
  [{ origin: 'http://autre.test' }],
  [{ origin: 'https://carte.test' }],
  [{ origin: 'http://carte.test', 'sec-fetch-site': 'cross-site' }],
  [{ origin: 'http://carte.test', 'sec-fetch-site': 'same-site', 'content-type': 'application/json' }],
])('refuses a write that comes with %o', (headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(ask(method, headers)).toBe(true);
});
