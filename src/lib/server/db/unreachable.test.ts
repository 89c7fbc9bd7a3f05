import { expect, it } from 'vitest';
import { isUnreachable } from './unreachable.ts';

const withCode = (code: string, cause?: unknown): Error =>
  Object.assign(new Error(code, { cause }), { code });

it('recognises a refused connection, even as the cause of a failed query', () => {
  expect(isUnreachable(withCode('ECONNREFUSED'))).toBe(true);
  expect(isUnreachable(new Error('Failed query', { cause: withCode('57P03') }))).toBe(true);
  expect(isUnreachable(new AggregateError([withCode('ECONNREFUSED')]))).toBe(true);
});

it('leaves other errors alone', () => {
  expect(isUnreachable(withCode('23505'))).toBe(false);
  expect(isUnreachable(new TypeError('x is not a function'))).toBe(false);
  expect(isUnreachable('ECONNREFUSED')).toBe(false);
});
