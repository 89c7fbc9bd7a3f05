import { expect, it } from 'vitest';
import { Desk, type DeskJob } from './desk.ts';

const job = (token: string, owner: string | null, stage = 'columns') => {
  const made: DeskJob & { cancelled: boolean } = {
    token,
    file: `${token}.csv`,
    importer: { owner },
    stage,
    touched: 0,
    cancelled: false,
    cancel: () => {
      made.cancelled = true;
      return Promise.resolve();
    },
  };
  return made;
};

it('tells an organisation what it has under way, the last looked at first, and nothing of others', async () => {
  const desk = new Desk(4);
  for (const [at, one] of [
    job('a', 'us'),
    job('b', 'us'),
    job('c', 'them'),
    job('d', 'us', 'done'),
  ].entries())
    await desk.open(() => one, at);
  expect(desk.underWay('us').map(({ token }) => token)).toEqual(['b', 'a']);
  desk.find('a', 'us', new Date(10));
  expect(desk.find('a', 'them', new Date(20))).toBeNull();
  expect(desk.underWay('us').map(({ token }) => token)).toEqual(['a', 'b']);
  expect(desk.underWay(null)).toEqual([]);
});

it('is full of what waits for a person; what is over, or left for an hour, gives way', async () => {
  const desk = new Desk(2);
  const [left, over] = [job('left', null), job('over', null, 'failed')];
  await desk.open(() => left, 0);
  await desk.open(() => over, 1);
  expect(await desk.open(() => job('next', null), 2)).toMatchObject({ token: 'next' });
  expect(over.cancelled).toBe(true);
  expect(await desk.open(() => job('one-more', null), 3)).toBeNull();
  expect(left.cancelled).toBe(false);
  expect(await desk.open(() => job('later', null), 60 * 60 * 1000 + 1)).toMatchObject({ token: 'later' });
  expect(left.cancelled).toBe(true);
});
