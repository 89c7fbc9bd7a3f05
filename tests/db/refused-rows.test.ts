import { afterAll, beforeAll, expect, test } from 'vitest';
import { datasetVersion, refusedRow } from '#lib/server/db/schema/datasets.ts';
import { readRefusals } from '#lib/server/queries/refusals.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let opened: TestDatabase;
let current: number;

async function addVersion(isCurrent: boolean): Promise<number> {
  const at = new Date('2026-01-02T03:04:05Z');
  const [row] = await opened.db.query
    .insert(datasetVersion)
    .values({
      source: 'fibre-2026',
      title: 'Fibre',
      producer: 'Arcep',
      licence: 'Licence Ouverte 2.0',
      redistribute: true,
      edition: '2026',
      page: 'https://example.org/',
      origin: 'fibre.csv',
      sha256: 'ab',
      fingerprint: 'cd',
      fetchedAt: at,
      loadedAt: at,
      durationMs: 10,
      rowsRead: 12,
      rowsKept: 0,
      rowsRefused: 12,
      current: isCurrent,
    })
    .returning({ id: datasetVersion.id });
  return (row as { id: number }).id;
}

beforeAll(async () => {
  opened = await openTestDatabase();
  const former = await addVersion(false);
  current = await addVersion(true);
  const refuse = (version: number, line: number | null, reason: string) => ({
    version,
    line,
    code: '99999',
    reason,
  });
  await opened.db.query
    .insert(refusedRow)
    .values([
      refuse(former, 1, 'ancienne raison'),
      refuse(current, null, 'pourcentage illisible'),
      ...Array.from({ length: 11 }, (_, i) => refuse(current, 30 - i, 'code inconnu')),
    ]);
});

afterAll(() => opened.drop());

test('groups the refused rows of the versions in use by reason, the most frequent first', async () => {
  const refusals = await readRefusals(opened.db);
  expect(refusals.map(({ version, reason, rows }) => ({ version, reason, rows }))).toEqual([
    { version: current, reason: 'code inconnu', rows: 11 },
    { version: current, reason: 'pourcentage illisible', rows: 1 },
  ]);
});

test('gives the first lines of each reason as examples, and says when a line is not known', async () => {
  const [unknownCode, unreadable] = await readRefusals(opened.db);
  expect(unknownCode?.examples).toHaveLength(8);
  expect(unknownCode?.examples.map(({ line }) => line)).toEqual([20, 21, 22, 23, 24, 25, 26, 27]);
  expect(unreadable?.examples).toEqual([{ line: null, code: '99999' }]);
});
