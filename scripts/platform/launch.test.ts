import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './launch.mjs';

let folder: string;

beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'maillage-launch-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line that ends with these codes, one after the other; gives the last one and how often it ran. */
async function ends(name: string, codes: number[], patience: number): Promise<[code: number, runs: number]> {
  const [script, log] = [join(folder, `${name}.mjs`), join(folder, `${name}.log`)];
  await writeFile(log, '');
  await writeFile(
    script,
    `import { appendFileSync, readFileSync } from 'node:fs';
     const run = readFileSync(process.argv[2], 'utf8').length;
     appendFileSync(process.argv[2], '.');
     process.exit(JSON.parse(process.argv[3])[run]);`,
  );
  const code = await launch(script, [log, JSON.stringify(codes)], { pause: 0, patience });
  return [code, (await readFile(log, 'utf8')).length];
}

it('a command line is run once, unless it asks to be started again', async () => {
  expect(await ends('well', [0], 60_000)).toEqual([0, 1]);
  expect(await ends('badly', [3], 60_000)).toEqual([3, 1]);
  expect(await ends('again', [75, 75, 0], 60_000)).toEqual([0, 3]);
});

it('one that was started again may fail while what it needs is not back, and no longer', async () => {
  expect(await ends('patient', [75, 1, 1, 0], 60_000)).toEqual([0, 4]);
  expect(await ends('impatient', [75, 1, 0], 0)).toEqual([1, 2]);
});
