import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findMirrorFolder } from '../../scripts/platform/mirror.mjs';
import type { KeyKind } from '../../src/lib/domain/tables/keys/key-kind.ts';
import type { TableReading } from '../../src/lib/domain/tables/reading.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { readTerritories } from '../../src/lib/server/queries/territories.ts';
import type { Territories } from '../../src/lib/domain/territory/territories.ts';
import { openTable, reach, readingOf } from '../support/own-table.ts';

/** Own tables of each kind of key, joined on the whole country; the share joined is what the files allow. */
let database: Database;
let territories: Territories;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  territories = await readTerritories(database);
});
afterAll(() => database.close());

const mirror = (file: string): Promise<Buffer> => readFile(join(findMirrorFolder() ?? '', file));

async function joined(content: string | Buffer, changes: Partial<TableReading> = {}) {
  const job = await openTable(database, content);
  job.join(readingOf(job, changes));
  await reach(job, 'joined');
  const report = job.joined?.report;
  await job.cancel();
  if (!report) throw new Error('nothing was joined');
  const share = report.rowsJoined / report.rowsRead;
  process.stdout.write(
    `${report.key} ${report.level}: ${report.rowsJoined} of ${report.rowsRead} rows (${(100 * share).toFixed(2)} %)` +
      ` edition ${report.edition.from}–${report.edition.to} merged ${report.edition.mergedCount}` +
      ` unmatched ${JSON.stringify(report.unmatched)}\n`,
  );
  return { report, share };
}

const expectJoined = async (
  content: string | Buffer,
  key: KeyKind,
  least: number,
  changes?: Partial<TableReading>,
) => {
  const { report, share } = await joined(content, changes);
  expect(report.key).toBe(key);
  expect(share).toBeGreaterThanOrEqual(least);
  return report;
};

it('communes by INSEE code, of this year and of a former one', async () => {
  const { edition } = await expectJoined(await mirror('anct_densite.csv'), 'commune', 0.999);
  expect(edition.to).toBeGreaterThanOrEqual(2025);
  const former = await expectJoined(await mirror('ifn-city-all-variation_2023-08.csv'), 'commune', 0.98);
  expect(former.edition.to).toBeLessThan(2026);
  expect(former.edition.mergedCount).toBeGreaterThan(50);
});

it('intercommunalités by SIREN', async () => {
  await expectJoined(await mirror('ifn-epci-all-variation_2023-08.csv'), 'epci', 0.97);
});

it('départements and régions by name', async () => {
  const named = (level: 'departement' | 'region'): string =>
    `territoire;foyers\n${territories
      .all(level)
      .map(({ name }, at) => `${name.toUpperCase()};${at}`)
      .join('\n')}`;
  const departements = await expectJoined(named('departement'), 'name', 1);
  expect(departements.level).toBe('departement');
  expect((await expectJoined(named('region'), 'name', 1)).level).toBe('region');
});

it('communes by name and département, and by name alone', async () => {
  const communes = territories.all('commune').filter(({ zone }) => zone !== 'com');
  const lines = communes.map(({ name, departement }) => `${name.toUpperCase()};${departement};3`);
  await expectJoined(`commune;département;foyers\n${lines.join('\n')}`, 'name', 0.999);
  const alone = communes.map(({ name }) => `${name};3`);
  const { report } = await joined(`commune;foyers\n${alone.join('\n')}`);
  expect(report.unmatched.several).toBeGreaterThan(2_000);
});

it('postcodes, whose counts are conserved', async () => {
  const postcodes = [...new Set(territories.all('commune').flatMap((commune) => commune.postcodes))];
  await expectJoined(
    `code postal;foyers\n${postcodes.map((code) => `${code};10`).join('\n')}`,
    'postcode',
    1,
  );
});

it('points, in the outlines of communes', async () => {
  const report = await expectJoined(await mirror('liste-fs-20240801.csv'), 'point', 0.95, {
    key: 'point',
    columns: { main: 8, second: 9 },
    figures: [],
  });
  expect(report.gathering?.gathered).toBeGreaterThan(50);
});

it('IRIS, by the commune that their codes begin with', async () => {
  const rows = territories
    .all('commune')
    .filter(({ population, zone }) => (population ?? 0) > 10_000 && zone !== 'com')
    .flatMap(({ code }) => ['0101', '0102'].map((iris) => `${code}${iris};5`));
  await expectJoined(`CODE_IRIS;foyers\n${rows.join('\n')}`, 'iris', 0.99);
});
