import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exclusively } from './exclusive.mjs';

let folder: string;
const lock = () => join(folder, 'lock');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('two never work at once, and a failure lets the next one in', async () => {
  let working = 0;
  const work = async () => {
    expect(++working).toBe(1);
    await sleep(30);
    working--;
    throw new Error('failed');
  };
  const outcomes = await Promise.allSettled([exclusively(lock(), work), exclusively(lock(), work)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('the lock of a process that died is taken over', async () => {
  mkdirSync(lock());
  writeFileSync(join(lock(), 'pid'), '4194303');
  expect(await exclusively(lock(), () => Promise.resolve('done'))).toBe('done');
});
