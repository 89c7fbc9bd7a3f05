import { expect, it, vi } from 'vitest';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

const newSnapshot = (): Snapshot => Object.create(null) as Snapshot;

it('computes once for a snapshot', () => {
  const make = vi.fn(() => 7);
  const data = newSnapshot();
  expect([remember(data, 'kind', 'key', make), remember(data, 'kind', 'key', make)]).toEqual([7, 7]);
  expect(make).toHaveBeenCalledOnce();
  remember(newSnapshot(), 'kind', 'key', make);
  expect(make).toHaveBeenCalledTimes(2);
});

it('lets the oldest go beyond the limit', () => {
  const data = newSnapshot();
  const make = vi.fn((key: string) => key);
  for (const key of ['a', 'b', 'c']) remember(data, 'kind', key, () => make(key), 2);
  remember(data, 'kind', 'a', () => make('a'), 2);
  expect(make).toHaveBeenCalledTimes(4);
});

it('does not remember a failure', async () => {
  const data = newSnapshot();
  const make = vi
    .fn<() => Promise<number>>()
    .mockRejectedValueOnce(new Error('down'))
    .mockResolvedValueOnce(7);
  await expect(remember(data, 'kind', 'key', make)).rejects.toThrow('down');
  await expect(remember(data, 'kind', 'key', make)).resolves.toBe(7);
});
