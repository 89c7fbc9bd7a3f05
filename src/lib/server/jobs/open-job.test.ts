import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Desk, type DeskJob } from './desk.ts';
import { openJob } from './open-job.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-job-'));
  vi.stubEnv('TMPDIR', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

interface HeldFile extends DeskJob {
  path: string;
  read: () => void;
}

const held = (path: string): HeldFile => ({
  token: path,
  file: 'liste.csv',
  importer: { owner: null },
  stage: 'columns',
  touched: 0,
  path,
  read: vi.fn(),
  cancel: () => Promise.resolve(),
});

it('puts a file aside and reads it at once; leaves nothing of it where too many are open', async () => {
  const desk = new Desk<HeldFile>(1);
  const now = new Date('2026-11-26T06:00:00Z');
  const job = await openJob(desk, new File(['code;nom'], 'liste.csv'), now, held);
  expect(await readFile(job?.path ?? '', 'utf8')).toBe('code;nom');
  expect(job?.read).toHaveBeenCalledOnce();
  expect(await readdir(folder)).toHaveLength(1);
  expect(await openJob(desk, new File(['autre'], 'autre.csv'), now, held)).toBeNull();
  expect(await readdir(folder)).toHaveLength(1);
});
