import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { liveFolder } from '../import/fetched.ts';
import { draftIn, sweepDrafts } from './drafts.ts';

/** What is left of fetches, by who made it and when it was last written in. */
let folder: string;
let home: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-drafts-'));
  home = liveFolder(folder, 'lieux-data-inclusion');
  await mkdir(home, { recursive: true });
  return () => rm(folder, { recursive: true, force: true });
});

/** Makes a draft with a file in it, both written some minutes ago. */
async function leave(name: string, { folderAge = 0, fileAge = 0 } = {}): Promise<void> {
  const at = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
  await mkdir(join(home, name));
  await writeFile(join(home, name, 'part'), 'nom,courriel\nAda,ada@x.fr\n');
  await utimes(join(home, name, 'part'), at(fileAge), at(fileAge));
  await utimes(join(home, name), at(folderAge), at(folderAge));
}

/** The number of a process that is over. */
async function processGone(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

it('a draft goes with its process, and stays while it runs', async () => {
  const own = basename(draftIn(home));
  await leave(own);
  await leave(own.replace(`-${process.pid}-`, `-${await processGone()}-`));
  await sweepDrafts(folder);
  expect(await readdir(home)).toEqual([own]);
});

it('of another machine, or of a process that took the number, it goes after an hour without a byte', async () => {
  const pid = await processGone();
  const own = basename(draftIn(home));
  await leave(own, { folderAge: 61, fileAge: 61 });
  await leave(`.0123abcd-${pid}-old`, { folderAge: 61, fileAge: 61 });
  await leave(`.0123abcd-${pid}-long`, { folderAge: 300, fileAge: 59 });
  await leave(`.${pid}-named-as-before`, { folderAge: 61, fileAge: 61 });
  await sweepDrafts(folder);
  expect(await readdir(home)).toEqual([`.0123abcd-${pid}-long`]);
});

it('what was fetched whole is left alone, and no folder at all is nothing to sweep', async () => {
  await leave('0123456789abcdef', { folderAge: 300, fileAge: 300 });
  await sweepDrafts(folder);
  expect(await readdir(home)).toEqual(['0123456789abcdef']);
  await expect(sweepDrafts(join(folder, 'none'))).resolves.toBeUndefined();
});
