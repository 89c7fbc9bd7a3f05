import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findMirrorFolder } from '../../scripts/platform/mirror.mjs';
import type { KeyKind } from '../../src/lib/domain/tables/keys/key-kind.ts';
import type { TableReading } from '../../src/lib/domain/tables/reading.ts';
import { openDatabase, type Database, type Query } from '../../src/lib/server/db/client.ts';
import { stageZones } from '../../src/lib/server/import/zones/stage-zones.ts';
import { writeZones } from '../../src/lib/server/import/write/write-zones.ts';
import { odsCell, odsOf, odsRow, odsTable, xlsxOf, xlsxText } from '../../src/lib/server/intake/fixture.ts';
import { readBytes } from '../../src/lib/server/intake/read-bytes.ts';
import { readOwnTable } from '../../src/lib/server/queries/own-tables.ts';
import { currentVersions } from '../../src/lib/server/queries/versions.ts';
import { readTerritories } from '../../src/lib/server/queries/territories.ts';
import type { Territories } from '../../src/lib/domain/territory/territories.ts';
import { bringTable, openTable, reach, readingOf } from '../support/own-table.ts';

/** Own tables of each kind of key, joined on the whole country; the share joined is what the files allow. */
let database: Database;
let territories: Territories;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  territories = await readTerritories(database);
});
afterAll(() => database.close());

const mirror = (file: string): Promise<Buffer> => readFile(join(findMirrorFolder() ?? '', file));

async function joined(
  content: string | Buffer,
  changes: Partial<TableReading> = {},
  among: Pick<Database, 'query'> = database,
) {
  const job = await openTable(among, content);
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

/** A cell of a workbook: its characters that XML keeps for itself are written otherwise. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A file of the mirror as the workbook that an office would have made of it; numbers are numbers. */
async function asWorkbook(csv: Buffer, format: 'xlsx' | 'ods'): Promise<Buffer> {
  const { headings, rows } = await readBytes(csv, 'mirror', () => undefined);
  const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
  const lines = [headings, ...rows];
  if (format === 'ods') {
    const cell = (text: string): string =>
      isNumber(text)
        ? `<table:table-cell office:value-type="float" office:value="${Number(text)}"><text:p>${Number(text)}</text:p></table:table-cell>`
        : odsCell(escaped(text));
    return odsOf(odsTable('Données', ...lines.map((cells) => odsRow(...cells.map(cell)))));
  }
  const column = (at: number): string =>
    (at < 26 ? '' : column(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
  const data = lines.map((cells, line) => {
    const written = cells.map((text, at) => {
      const address = `${column(at)}${line + 1}`;
      return isNumber(text)
        ? `<c r="${address}"><v>${Number(text)}</v></c>`
        : xlsxText(address, escaped(text));
    });
    return `<row r="${line + 1}">${written.join('')}</row>`;
  });
  return xlsxOf({ sheets: { Données: data.join('') } });
}

/** Lets something be written, then puts all back: other tests read the same country. */
async function undone(act: (among: { query: Query }) => Promise<void>): Promise<void> {
  const back = new Error('put back');
  const whole = database.query.transaction(async (tx) => {
    await act({ query: tx });
    throw back;
  });
  await whole.catch((cause: unknown) => {
    if (cause !== back) throw cause;
  });
}

it.each([
  ['xlsx', 'anct_densite.csv', 'commune', 0.999],
  ['ods', 'anct_densite.csv', 'commune', 0.999],
  ['xlsx', 'ifn-epci-all-variation_2023-08.csv', 'epci', 0.97],
  ['ods', 'ifn-epci-all-variation_2023-08.csv', 'epci', 0.97],
] as const)(
  '%s of %s is brought all the way in, the zeros of its codes lost',
  async (format, file, key, least) => {
    const content = await asWorkbook(await mirror(file), format);
    await undone(async (among) => {
      const id = await bringTable(among, content, {
        file: `${key}.${format}`,
        description: { shared: false },
      });
      const table = await readOwnTable(among, id, null);
      const { rowsJoined = 0, rowsRead = 1, zeros } = table?.report ?? {};
      process.stdout.write(`${format} ${key}: ${rowsJoined} of ${rowsRead} rows, ${zeros} zeros put back\n`);
      expect(table?.report.key).toBe(key);
      expect(rowsJoined / rowsRead).toBeGreaterThanOrEqual(least);
      if (key === 'commune') expect(zeros).toBeGreaterThan(3_000);
    });
  },
);

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

it('départements by code, their zeros lost', async () => {
  const codes = territories.all('departement').map(({ code }, at) => `${code.replace(/^0/, '')};${at}`);
  const report = await expectJoined(`dep;foyers\n${codes.join('\n')}`, 'departement', 1);
  expect(report.zeros).toBe(9);
  expect(report.territories).toBe(report.territoriesInAll);
});

it('priority neighbourhoods, against a file of their outlines', async () => {
  const towns = territories
    .all('commune')
    .filter(({ population, zone, lat }) => (population ?? 0) > 20_000 && zone === 'metro' && lat !== null)
    .slice(0, 90);
  const codes = towns.map(({ departement }, at) => `QN0${departement}${String(at + 1).padStart(2, '0')}M`);
  const features = towns.map(({ code, lat, lon }, at) => {
    const [west, south] = [lon ?? 0, lat ?? 0];
    const ring = [
      [west, south],
      [west + 0.005, south],
      [west + 0.005, south + 0.005],
      [west, south],
    ];
    return {
      type: 'Feature',
      properties: { code_qp: codes[at], lib_qp: `Quartier ${at}`, insee_com: code },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  const folder = await mkdtemp(join(tmpdir(), 'neighbourhoods-'));
  const path = join(folder, 'qpv-2024.geojson');
  await writeFile(path, JSON.stringify({ type: 'FeatureCollection', features }));
  const { zones, refused } = await stageZones(path, 'qpv', territories);
  await rm(folder, { recursive: true });
  expect(refused).toEqual([]);
  await undone(async (among) => {
    const [version] = await currentVersions(among);
    await writeZones(among.query, version?.id ?? 0, 'qpv', zones);
    const rows = [...codes, 'QN07599X'].map((code, at) => `${code};${at}`);
    const { report } = await joined(`quartier;foyers\n${rows.join('\n')}`, {}, among);
    expect(report).toMatchObject({ key: 'qpv', rowsJoined: codes.length, unmatched: { unknown: 1 } });
  });
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
