import { expect, it } from 'vitest';
import { TooManyWaiting, Turns } from './turns.ts';

it('lets two work at once and so many wait, in their order, whatever fails', async () => {
  const turns = new Turns(2, 2);
  const log: string[] = [];
  const releases: (() => void)[] = [];
  const work = (name: string, fails = false) =>
    turns.take(async () => {
      log.push(name);
      await new Promise<void>((resolve) => releases.push(resolve));
      if (fails) throw new Error(name);
    });
  const first = work('a', true);
  const second = work('b');
  const third = work('c');
  const fourth = work('d');
  await expect(work('e')).rejects.toBeInstanceOf(TooManyWaiting);
  expect(log).toEqual(['a', 'b']);
  releases[0]?.();
  await expect(first).rejects.toThrow('a');
  expect(log).toEqual(['a', 'b', 'c']);
  releases[1]?.();
  await second;
  expect(log).toEqual(['a', 'b', 'c', 'd']);
  releases[2]?.();
  releases[3]?.();
  await Promise.all([third, fourth]);
  await turns.take(() => Promise.resolve());
});
