import { expect, it, vi } from 'vitest';
import { Kept } from './kept.ts';

it('asks once for the same key', async () => {
  const kept = new Kept<number>(4);
  const ask = vi.fn(() => Promise.resolve(7));
  expect(await kept.get('a', ask)).toBe(7);
  expect(await kept.get('a', ask)).toBe(7);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('forgets a failure, so that it can be asked again', async () => {
  const kept = new Kept<number>(4);
  await expect(kept.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await kept.get('a', () => Promise.resolve(1))).toBe(1);
});

it('lets the oldest go', async () => {
  const kept = new Kept<string>(2);
  const ask = vi.fn((name: string) => Promise.resolve(name));
  for (const key of ['a', 'b', 'c', 'a']) await kept.get(key, () => ask(key));
  expect(ask.mock.calls.map(([key]) => key)).toEqual(['a', 'b', 'c', 'a']);
});
