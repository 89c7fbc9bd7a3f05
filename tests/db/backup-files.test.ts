import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BackupRefusal } from '../../src/lib/server/backup/backup-refusal.ts';
import { verifyBackup } from '../../src/lib/server/backup/read-backup.ts';
import { restoreBackup } from '../../src/lib/server/backup/restore-backup.ts';
import { makeSeal } from '../../src/lib/server/backup/seal.ts';
import { writeBackup } from '../../src/lib/server/backup/write-backup.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { peopleDatabase } from '../support/peopled.ts';

vi.setConfig({ testTimeout: 600_000 });

/** `npm run test:long` spoils every byte; every run a share of them. */
const LONG = process.env.MAILLAGE_TEST_SIZE === 'long';
const SPOILT = 400;

const now = new Date('2026-11-26T02:45:00Z');
let folder = '';
let database: TestDatabase;
let good = Buffer.alloc(0);
let lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-files-'));
  database = await openTestDatabase('empty');
  await peopleDatabase(database.db);
  const path = join(folder, 'good.gz');
  await writeBackup(database.db, path, { now });
  good = await readFile(path);
  // Without the line of the seal.
  lines = gunzipSync(good).toString('latin1').split('\n').slice(0, -2);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** How a file is refused: a whole sentence; anything else fails the test. */
async function refusalOf(bytes: Buffer, what: string): Promise<string> {
  const path = join(folder, 'spoilt.gz');
  await writeFile(path, bytes);
  const refusal: unknown = await verifyBackup(path).then(
    () => `accepted: ${what}`,
    (cause: unknown) => cause,
  );
  if (!(refusal instanceof BackupRefusal)) throw new Error(`${what}: ${String(refusal)}`);
  expect(refusal.message, what).toContain('Rien n’a été changé.');
  return refusal.message;
}

/** A file whose content was changed, and sealed again by who changed it. */
function sealed(content: readonly string[]): Buffer {
  const zipped = gzipSync(Buffer.from(content.map((line) => `${line}\n`).join(''), 'latin1'));
  return Buffer.concat([zipped, makeSeal(createHash('sha256').update(zipped).digest('hex'))]);
}

/** The same lines with one of them otherwise; `null` takes it out. */
const otherwise = (at: number, line: string | null): string[] =>
  lines.flatMap((held, place) => (place === at ? (line === null ? [] : [line]) : [held]));

describe('a spoilt file', () => {
  it('is refused wherever one bit changed', async () => {
    const step = LONG ? 1 : Math.max(1, Math.floor(good.length / SPOILT));
    for (let at = 0; at < good.length; at += step) {
      const spoilt = Buffer.from(good);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
      await refusalOf(spoilt, `bit of byte ${at}`);
    }
  });

  it('is refused wherever it was cut, or when something was added', async () => {
    const step = LONG ? 1 : Math.max(1, Math.floor(good.length / SPOILT));
    for (let at = 0; at < good.length; at += step) await refusalOf(good.subarray(0, at), `cut at ${at}`);
    await refusalOf(good.subarray(0, -1), 'its last byte lost');
    await refusalOf(Buffer.concat([good, Buffer.from('\n')]), 'a byte more');
    await refusalOf(Buffer.concat([good, good]), 'twice itself');
  });

  it('is refused for what it is', async () => {
    expect(await refusalOf(Buffer.alloc(0), 'empty')).toContain('n’est pas une sauvegarde');
    expect(await refusalOf(Buffer.from('bonjour'), 'text')).toContain('n’est pas une sauvegarde');
    expect(await refusalOf(gzipSync('bonjour'), 'another gzip')).toContain('incomplète');
    expect(await refusalOf(sealed(['bonjour']), 'a sealed text')).toContain('incomplète');
    expect(await refusalOf(sealed(['{"a":1}']), 'a sealed list')).toContain('n’est pas une sauvegarde');
    await expect(verifyBackup(join(folder, 'nowhere.gz'))).rejects.toThrow('n’existe pas');
    await expect(verifyBackup(folder)).rejects.toThrow('n’est pas une sauvegarde');
  });

  it('is refused when it contradicts itself, though sealed again', async () => {
    const account = lines.findIndex((line) => line.includes('"table":"account"'));
    const row = lines.findIndex((line, at) => at > account && line.includes('ada@ville.fr'));
    const end = lines.length - 1;
    expect(await refusalOf(sealed(otherwise(row, null)), 'a row less')).toContain('« account »');
    expect(
      await refusalOf(sealed(otherwise(row, lines[row]?.replace('ada', 'eve') ?? '')), 'a row changed'),
    ).toContain('« account »');
    await refusalOf(sealed(otherwise(row, `${lines[row]}\n${lines[row]}`)), 'a row twice');
    await refusalOf(sealed(otherwise(account, lines[account]?.replace('account', 'autre') ?? '')), 'renamed');
    await refusalOf(
      sealed(otherwise(account, lines[account]?.replace('account', 'a"; drop') ?? '')),
      'injected',
    );
    await refusalOf(sealed(otherwise(end, null)), 'without its end');
    await refusalOf(sealed([...lines, lines[end] ?? '']), 'two ends');
    await refusalOf(sealed(lines.slice(0, account)), 'without its last tables');
    await refusalOf(sealed([...lines.slice(0, account), lines[end] ?? '']), 'announced and absent');
    const format = lines[0]?.replace('"format":1', '"format":2') ?? '';
    expect(await refusalOf(sealed(otherwise(0, format)), 'a later format')).toContain('format 2');
  });

  it('changes nothing, even when it only fails at its last table', async () => {
    const state = async () => {
      const path = join(folder, `${Math.random()}.gz`);
      return (await writeBackup(database.db, path, { now })).tables.filter(
        ({ table }) => table !== 'audit_entry',
      );
    };
    const before = await state();
    const spoilt = join(folder, 'last.gz');
    await writeFile(spoilt, good.subarray(0, -200));
    await expect(restoreBackup(database.db, spoilt, { now, replace: true })).rejects.toThrow('incomplète');
    // Whole and true to itself, yet PostgreSQL refuses its last table: a number that is not one.
    const last = lines.findIndex((line) => line.includes('"table":"place_change"'));
    const at = last + 1;
    const row = (lines[at] ?? '').replace(/^\["\d+"/, '["x"');
    const rows = [row, ...lines.slice(at + 1, lines.indexOf('', at))];
    const hash = createHash('sha256')
      .update(Buffer.from(`${rows.join('\n')}\n`, 'latin1'))
      .digest('hex');
    const end = JSON.parse(lines.at(-1) ?? '') as { end: { table: string; sha256: string }[] };
    for (const one of end.end) if (one.table === 'place_change') one.sha256 = hash;
    const changed = otherwise(at, row);
    changed[changed.length - 1] = JSON.stringify(end);
    await writeFile(spoilt, sealed(changed));
    expect((await verifyBackup(spoilt)).tables.length).toBeGreaterThan(0);
    await expect(restoreBackup(database.db, spoilt, { now, replace: true })).rejects.toThrow('invalid input');
    expect(await state()).toEqual(before);
  });
});
