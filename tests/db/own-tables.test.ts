import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import type { Level } from '../../src/lib/domain/territory/level.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { remakeOwnTables } from '../../src/lib/server/import/remake-own-tables.ts';
import { readOwnTable, readOwnTables, seesTable } from '../../src/lib/server/queries/own-tables.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { dataRevision, refusedRows } from '../../src/lib/server/queries/versions.ts';
import { describeTable, removeTable } from '../../src/lib/server/tables/change-table.ts';
import { odsCell, odsOf, odsRow, odsTable, xlsxOf, xlsxText } from '../../src/lib/server/intake/fixture.ts';
import { addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { bringTable, DESCRIBED, openTable, reach, readingOf } from '../support/own-table.ts';

let database: TestDatabase;
let communes: readonly Territory[];

const now = new Date('2026-11-26T07:00:00Z');
const alone = { now, owner: null, account: null };

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  communes = (await Snapshot.read(database.db)).territories.all('commune');
});
afterAll(() => database.drop());

const cellOf = async (indicator: string, level: Level, code: string) => {
  const data = await Snapshot.read(database.db);
  const column = data.column(indicator, level);
  const territory = data.territories.get(level, code);
  return column && territory ? cellAt(column, territory.ordinal) : null;
};

const csv = (of: (commune: Territory, at: number) => string, heading = 'insee;Nombre de foyers') =>
  `${heading}\n${communes.map((commune, at) => of(commune, at)).join('\n')}\n`;

it('a table of communes is joined, summed up to every group, replaced, and removed', async () => {
  const before = await dataRevision(database.db);
  const id = await bringTable(database.db, csv(({ code }, at) => `${code};${at + 1}`) + 'Total;99999\n');
  const slug = `tableau-${id}-nombre-de-foyers`;
  const table = await readOwnTable(database.db, id, null);
  expect(table?.report).toMatchObject({
    rowsRead: communes.length + 1,
    rowsJoined: communes.length,
    territories: communes.length,
    unmatched: { total: 1 },
  });
  expect(table?.indicators[0]).toMatchObject({
    id: slug,
    source: `tableau-${id}`,
    theme: 'tableaux',
    kind: 'count',
    unit: 'foyers',
    year: '2024',
  });
  expect((await cellOf(slug, 'commune', communes[4]?.code ?? ''))?.value).toBe(5);
  const sum = (communes.length * (communes.length + 1)) / 2;
  expect((await cellOf(slug, 'france', 'FR'))?.value).toBe(sum);
  expect(await refusedRows(database.db, table?.version ?? 0)).toMatchObject([
    { line: communes.length + 2, code: 'Total' },
  ]);
  const after = await dataRevision(database.db);
  expect(after.loads).toBeGreaterThan(before.loads);

  const replaced = await bringTable(
    database.db,
    csv(({ code }) => `1;${code}`, 'Nombre de foyers;insee'),
    {
      replaces: table,
      description: { year: '2025' },
    },
  );
  expect(replaced).toBe(id);
  expect((await cellOf(slug, 'france', 'FR'))?.value).toBe(communes.length);
  expect((await readOwnTable(database.db, id, null))?.indicators[0]?.year).toBe('2025');

  expect(await removeTable(database.db, id, { ...alone, owner: 'somebody-else' })).toBe(false);
  expect(await removeTable(database.db, id, alone)).toBe(true);
  expect(await readOwnTable(database.db, id, null)).toBeNull();
  const gone = await Snapshot.read(database.db);
  expect(gone.column(slug, 'commune')).toBeNull();
  expect(gone.versions.has(`tableau-${id}`)).toBe(false);
  expect((await dataRevision(database.db)).loads).toBeGreaterThan(after.loads);
});

it('a rate rolls up by a column of its table, secret stays secret, a category has its classes', async () => {
  const id = await bringTable(
    database.db,
    csv(
      ({ code }, at) => `${code};${at === 0 ? 's' : '12,5 %'};${100 + at};${at % 2 ? 'rural' : 'urbain'}`,
      'code;Taux;population;type',
    ),
  );
  const table = await readOwnTable(database.db, id, null);
  expect(table?.indicators.map(({ kind }) => kind)).toEqual(['rate', 'count', 'category']);
  expect(table?.indicators[0]?.aggregate).toMatchObject({ rule: 'mean', weight: `tableau-${id}-population` });
  expect(table?.indicators[2]?.classes?.map(({ label }) => label)).toEqual(['rural', 'urbain']);
  expect((await cellOf(`tableau-${id}-taux`, 'commune', communes[0]?.code ?? ''))?.state).toBe('secret');
  expect((await cellOf(`tableau-${id}-taux`, 'france', 'FR'))?.value).toBeCloseTo(12.5, 6);
  expect(await cellOf(`tableau-${id}-type`, 'france', 'FR')).toBeNull();
});

it('a table of intercommunalités stays at that level; of names, postcodes and points comes to communes', async () => {
  const data = await Snapshot.read(database.db);
  const epcis = data.territories.all('epci');
  const own = await bringTable(
    database.db,
    `siren,foyers aidés\n${epcis.map(({ code }) => `${code},7`).join('\n')}`,
  );
  expect((await readOwnTable(database.db, own, null))?.level).toBe('epci');
  expect((await cellOf(`tableau-${own}-foyers-aides`, 'epci', epcis[0]?.code ?? ''))?.value).toBe(7);

  const named = communes.slice(0, 40);
  const names = await openTable(
    database.db,
    `Commune\tDépartement\tfoyers\n${named.map(({ name, departement }) => `${name.toUpperCase()}\t${departement}\t2`).join('\n')}`,
  );
  names.join(readingOf(names));
  await reach(names, 'joined');
  expect(names.reading?.key).toBe('name');
  // Invented communes of one département may bear one name: these two are told apart by nothing.
  expect(names.joined?.unmatched.map(({ reason }) => reason)).toEqual(['several', 'several']);

  const codes = [...new Set(communes.flatMap(({ postcodes }) => postcodes))];
  const postcodes = await openTable(
    database.db,
    `code postal;foyers\n${codes.map((code) => `${code};10`).join('\n')}`,
  );
  postcodes.join(readingOf(postcodes));
  await reach(postcodes, 'joined');
  expect(postcodes.joined?.report).toMatchObject({ key: 'postcode', rowsJoined: codes.length });
  const column = postcodes.joined?.columns.find(({ level }) => level === 'commune')?.column;
  const shared = [...(column?.values ?? [])].filter((value) => !Number.isNaN(value));
  expect(shared.reduce((sum, value) => sum + value, 0)).toBeCloseTo(10 * codes.length, 6);

  const placed = communes.filter(({ lat }) => lat !== null).slice(0, 60);
  const points = await openTable(
    database.db,
    `lat;lon;foyers\n${placed.map(({ lat, lon }) => `${lat};${lon};3`).join('\n')}\n0,5;-30;3`,
  );
  points.join(readingOf(points));
  await reach(points, 'joined');
  expect(points.joined?.report.rowsJoined).toBeGreaterThanOrEqual(58);
  expect(points.joined?.report.unmatched.outside).toBeGreaterThanOrEqual(1);
});

it('figures whose territories were loaded again are made again, the same', async () => {
  const id = await bringTable(
    database.db,
    csv(({ code }) => `${code};4`),
  );
  const slug = `tableau-${id}-nombre-de-foyers`;
  await database.db.sql`delete from indicator_column where indicator like ${`tableau-${id}-%`}`;
  await database.db.sql`update own_table set version = null where id = ${id}`;
  expect(await database.db.query.transaction((tx) => remakeOwnTables(tx, now))).toBe(1);
  expect((await cellOf(slug, 'commune', communes[1]?.code ?? ''))?.value).toBe(4);
  expect(await database.db.query.transaction((tx) => remakeOwnTables(tx, now))).toBe(0);
});

it('a private table is seen by its organisation only, until it is shared', async () => {
  const owner = await addOrganisation(database.db, { name: 'Ville', kind: 'authority' }, now);
  const id = await bringTable(
    database.db,
    csv(({ code }) => `${code};4`),
    {
      owner,
      description: { shared: false, licence: 'licence-ouverte' },
    },
  );
  for (const reader of [null, undefined, 'another'])
    expect(await readOwnTable(database.db, id, reader)).toBeNull();
  const table = await readOwnTable(database.db, id, owner);
  expect(table).toMatchObject({ shared: false, redistribute: false });
  const hand = { ...alone, owner };
  expect(await describeTable(database.db, id, { ...DESCRIBED, shared: true }, alone)).toBe(false);
  expect(await describeTable(database.db, id, { ...DESCRIBED, shared: true, name: 'Autre' }, hand)).toBe(
    true,
  );
  expect(await readOwnTable(database.db, id, undefined)).toMatchObject({ redistribute: true, name: 'Autre' });
  const visible = (await readOwnTables(database.db)).filter((one) => seesTable(one, undefined));
  expect(visible.map((one) => one.id)).toContain(id);
  expect((await cellOf(`tableau-${id}-nombre-de-foyers`, 'commune', communes[1]?.code ?? ''))?.value).toBe(4);
});

it('formulas without a result and cells in error are counted as such in workbooks, never as blanks', async () => {
  const [one, other, third, fourth] = communes.map(({ code }) => code);
  const row = (line: number, code = '', figure: string) =>
    `<row r="${line}">${xlsxText(`A${line}`, code)}${figure}</row>`;
  const xlsx = await xlsxOf({
    sheets: {
      F:
        row(1, 'insee', xlsxText('B1', 'foyers')) +
        row(2, one, '<c r="B2"><f>A1*2</f></c>') +
        row(3, other, '<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c>') +
        row(4, third, '<c r="B4"><f>1+1</f><v>2</v></c>') +
        row(5, fourth, ''),
    },
  });
  const formula = (attributes: string, shown: string) =>
    `<table:table-cell table:formula="of:=1" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
  const ods = await odsOf(
    odsTable(
      'F',
      odsRow(odsCell('insee'), odsCell('foyers')),
      odsRow(odsCell(one ?? ''), formula('', '')),
      odsRow(odsCell(other ?? ''), formula('office:value-type="string" office:string-value=""', '#DIV/0!')),
      odsRow(odsCell(third ?? ''), formula('office:value-type="float" office:value="2"', '2')),
      odsRow(odsCell(fourth ?? '')),
    ),
  );
  for (const [file, content] of [['t.xlsx', xlsx] as const, ['t.ods', ods] as const]) {
    const id = await bringTable(database.db, content, { file });
    const report = (await readOwnTable(database.db, id, null))?.report;
    expect(report?.columns).toMatchObject([{ known: 1, absent: 3, unread: 2 }]);
    expect(report?.unread).toEqual([
      { line: 2, heading: 'foyers', text: '= (sans résultat)', reason: 'formula' },
      { line: 3, heading: 'foyers', text: '#DIV/0!', reason: 'error' },
    ]);
    expect((await cellOf(`tableau-${id}-foyers`, 'commune', third ?? ''))?.value).toBe(2);
  }
});

it('what cannot be joined is said and keeps nothing', async () => {
  const before = await readOwnTables(database.db);
  const job = await openTable(database.db, 'couleur;prix\nrouge;10\nbleu;12\n');
  expect(job.guess).toBeNull();
  await expect(openTable(database.db, '')).rejects.toThrow('Le fichier est vide');
  await expect(
    openTable(
      database.db,
      `${Array.from({ length: 300 }, (_, at) => `c${at}`).join(';')}\n${'1;'.repeat(300)}\n`,
    ),
  ).rejects.toThrow('plus de 200 colonnes');
  expect(await readOwnTables(database.db)).toHaveLength(before.length);
});

const ROWS = process.env.MAILLAGE_TEST_SIZE === 'long' ? 200_000 : 20_000;

it(`${ROWS} rows are joined`, async () => {
  const rows = Array.from({ length: ROWS }, (_, at) => `${communes[at % communes.length]?.code};1`);
  const job = await openTable(database.db, `insee;foyers\n${rows.join('\n')}`);
  job.join(readingOf(job, { duplicates: 'sum' }));
  await reach(job, 'joined');
  expect(job.joined?.report).toMatchObject({ rowsRead: ROWS, rowsJoined: ROWS });
  expect(job.joined?.report.summed).toBe(ROWS - communes.length);
});

it('what is kept was joined as it is described: columns typed since lead back to the columns', async () => {
  const job = await openTable(
    database.db,
    csv(({ code }) => `${code};4`),
  );
  const reading = readingOf(job);
  job.join(reading);
  await reach(job, 'joined');
  const [figure] = reading.figures;
  const typed = { ...reading, figures: figure ? [{ ...figure, slug: 'autre', kind: 'score' as const }] : [] };
  job.reconsider(typed);
  expect([job.stage, job.reading, job.joinedAs]).toEqual(['columns', typed, reading]);
  job.keep(DESCRIBED);
  expect([job.stage, job.kept]).toEqual(['columns', null]);
  job.join(typed);
  await reach(job, 'joined');
  job.keep(DESCRIBED);
  await reach(job, 'done');
  const kept = await readOwnTable(database.db, job.kept ?? 0, null);
  expect(kept?.indicators.map(({ id, kind }) => [id, kind])).toEqual([
    [`tableau-${job.kept}-autre`, 'score'],
  ]);
  expect((await cellOf(`tableau-${job.kept}-autre`, 'commune', communes[0]?.code ?? ''))?.value).toBe(4);
  await job.cancel();
});
