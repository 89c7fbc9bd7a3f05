import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IntakeError } from './intake-error.ts';
import { READER_HEAP_MB } from './limits.ts';
import { readInThread } from './read-in-thread.ts';
import { readTableFile } from './read-table-file.ts';
import { startReader } from './start-reader.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'intake-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const large = 'nom;cp\n' + 'un lieu;01001\n'.repeat(60_000);

describe('readTableFile', () => {
  it('reads in a thread, whatever the name says, and gives back every row in order', async () => {
    const shares: number[] = [];
    const text = 'nom;rang\n' + Array.from({ length: 30_000 }, (_, at) => `lieu;${at}\n`).join('');
    const table = await readTableFile(await put('a.xlsx', text), {
      name: 'a.xlsx',
      onprogress: (share) => shares.push(share),
    });
    expect(table).toMatchObject({ format: 'csv', separator: ';', headings: ['nom', 'rang'] });
    expect(table.rows.map(([, rank]) => rank)).toEqual(Array.from({ length: 30_000 }, (_, at) => String(at)));
    expect(table.lines.at(-1)).toBe(30_001);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('refuses in words', async () => {
    const absent = readTableFile(join(folder, 'absent'), { name: 'absent' });
    await expect(absent).rejects.toThrow(IntakeError);
    await expect(absent).rejects.toThrow(/Rien n’a été enregistré/);
  });

  it('stops when asked, before and during', async () => {
    const path = await put('large.csv', large);
    const before = readTableFile(path, { name: 'large.csv', signal: AbortSignal.abort() });
    await expect(before).rejects.toThrow(/à votre demande/);
    const stopping = new AbortController();
    const during = readTableFile(path, {
      name: 'large.csv',
      signal: stopping.signal,
      onprogress: () => stopping.abort(),
    });
    await expect(during).rejects.toThrow(/à votre demande/);
  });

  it('says that a file asks for too much memory, or too much time', async () => {
    const path = await put('memory.csv', large.repeat(4));
    const small = startReader(24);
    await expect(
      readInThread(small, { path, name: 'm', unresolved: '' }, { patience: 20_000 }),
    ).rejects.toThrow(/mémoire/);
    await small.terminate();
    const slow = startReader(READER_HEAP_MB);
    await expect(readInThread(slow, { path, name: 'm', unresolved: '' }, { patience: 1 })).rejects.toThrow(
      /pas finie/,
    );
    await slow.terminate();
  });
});
