import { afterEach, expect, it, vi } from 'vitest';
import { logUnexpected } from './unexpected.ts';

afterEach(() => vi.restoreAllMocks());

const asked = { request: { method: 'GET' }, url: { pathname: '/api/v1/lieux' } };

it.each([
  [new Error('no ink', { cause: new Error('no money') }), { error: 'no ink', cause: 'no money' }],
  [new Error('no ink', { cause: 'none' }), { error: 'no ink' }],
  ['no paper', { error: 'no paper' }],
])('an unexpected error is one line of the log, under the id that is told', (error, details) => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const id = logUnexpected(error, asked, 500);
  expect(id).toMatch(/^[0-9a-f]{8}$/);
  const [text] = write.mock.calls[0] ?? [];
  expect(String(text)).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(String(text))).toMatchObject({
    id,
    status: 500,
    method: 'GET',
    path: '/api/v1/lieux',
    ...details,
  });
});
