import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDemonstration } from '../../src/lib/server/demo/write-demo.ts';
import { demonstrationOrigin, type Origin } from '../../src/lib/server/import/origin.ts';

/** A copy of the demonstration files that a test may damage. */
export interface Files {
  origin: Origin;
  path(name: string): string;
  /** Rewrites a file from its own bytes. */
  change(name: string, edit: (bytes: Buffer) => Buffer | string): Promise<void>;
  remove(): Promise<void>;
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'maillage-files-'));

let pristine: Promise<string> | undefined;

/** Written once a test file, then copied: the generator takes a second, a copy takes none. */
function pristineFolder(): Promise<string> {
  pristine ??= newFolder().then(async (folder) => {
    await writeDemonstration(folder);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  });
  return pristine;
}

export async function writeFiles(): Promise<Files> {
  const folder = await newFolder();
  await cp(await pristineFolder(), folder, { recursive: true });
  const path = (name: string): string => join(folder, name);
  return {
    origin: demonstrationOrigin(folder),
    path,
    change: async (name, edit) => writeFile(path(name), edit(await readFile(path(name)))),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
