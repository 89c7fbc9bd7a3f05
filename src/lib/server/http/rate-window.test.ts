import { expect, it } from 'vitest';
import { RateWindow, rateHeaders } from './rate-window.ts';

const RATE = { requests: 3, ms: 60_000 };

it('lets as many in as it says, then says how long to wait, then forgets', () => {
  const window = new RateWindow();
  const take = (now: number) => window.take('a', RATE, now);
  expect([0, 1, 2].map((now) => take(now).remaining)).toEqual([2, 1, 0]);
  const late = take(30_000);
  expect(late).toEqual({ limit: 3, remaining: 0, reset: 30, over: true });
  expect(rateHeaders(late)).toEqual({
    'ratelimit-limit': '3',
    'ratelimit-remaining': '0',
    'ratelimit-reset': '30',
  });
  expect(take(60_000)).toMatchObject({ remaining: 2, over: false });
});

it('counts each asker apart, and stays small whoever asks', () => {
  const window = new RateWindow();
  for (let who = 0; who < 50_000; who++) window.take(String(who), RATE, who);
  expect(window.take('new', RATE, 50_000)).toMatchObject({ remaining: 2, over: false });
  expect(window.size).toBeLessThanOrEqual(20_000);
});
