import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { keepColumns } from './keep-columns.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-columns-'));
  path = join(folder, 'table.csv');
  return () => rm(folder, { recursive: true, force: true });
});

it('leaves the columns asked, in that order, and nothing of the others', async () => {
  await writeFile(
    path,
    '\ufeffcourriel,id,nom\nada@x.fr,1,"Maison, ""la"" nôtre"\nbob@x.fr,2,"deux\nlignes"\n',
  );
  await keepColumns(path, ['nom', 'id', 'absente']);
  expect(await readFile(path, 'utf8')).toBe('nom,id\n"Maison, ""la"" nôtre",1\n"deux\nlignes",2\n');
  expect(await readdir(folder)).toEqual(['table.csv']);
});

it('whoever stops it is told', async () => {
  await writeFile(path, 'id,nom\n1,a\n');
  const stopped = keepColumns(path, ['id'], AbortSignal.abort());
  await expect(stopped).rejects.toMatchObject({ fault: 'stopped' });
});

it('says which row is cut', async () => {
  await writeFile(path, 'id,nom\n1,a\n2\n');
  await expect(keepColumns(path, ['id'])).rejects.toMatchObject({
    fault: 'unfit',
    message: expect.stringContaining('ligne 3') as string,
  });
});
