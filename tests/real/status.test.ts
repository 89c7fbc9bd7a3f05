import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import { SOURCES } from '../../src/lib/domain/indicators/source.ts';
import type { Cell } from '../../src/lib/domain/indicators/value.ts';
import type { Level } from '../../src/lib/domain/territory/level.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { readStatus, type Status } from '../../src/lib/server/queries/status.ts';

let database: Database;
let status: Status;
let snapshot: Snapshot;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  status = await readStatus(database);
  snapshot = await Snapshot.read(database);
});

afterAll(() => database.close());

async function figure(indicator: string, level: Level, code: string): Promise<Cell> {
  const column = snapshot.column(indicator, level);
  const territory = snapshot.territories.get(level, code);
  if (!column || !territory) throw new Error(`${indicator} has no ${level} ${code}`);
  return cellAt(column, territory.ordinal);
}

const counts = (source: string, indicator: string, level = 'commune') =>
  status.sources.find(({ id }) => id === source)?.indicators.find(({ id }) => id === indicator)?.levels[
    level
  ];

describe('the mirror, loaded', () => {
  it('has the country the manifest describes', () => {
    expect(status.demonstration).toBe(false);
    expect(status.territories).toEqual({
      communes: 34_969,
      communesOfDepartements: 34_875,
      populationOfDepartements: 68_350_798,
      arrondissements: 45,
      epci: 1_255,
      ept: 11,
      departements: 109,
      regions: 26,
    });
  });

  it('has every place once', () => {
    expect(status.places).toMatchObject({ nationalSchema: 6_196, franceServices: 2_845, total: 8_356 });
  });

  it('loads every source whose file the mirror has, and accounts for every row', () => {
    const missing = status.sources.filter(({ loaded }) => loaded === null).map(({ id }) => id);
    expect(missing.sort()).toEqual(
      SOURCES.filter(({ optional }) => optional)
        .map(({ id }) => id)
        .sort(),
    );
    for (const { id, loaded } of status.sources) {
      if (loaded) expect([id, loaded.rowsKept + loaded.rowsRefused]).toEqual([id, loaded.rowsRead]);
    }
  });

  it('tells values, secrets and absences apart', () => {
    expect(counts('fibre-2026', 'fibre-2026')).toMatchObject({ value: 34_872, secret: 0, absent: 97 });
    const poverty = counts('filosofi-2021', 'taux-de-pauvrete');
    expect(poverty).toMatchObject({ value: 4_345, secret: 30_442, absent: 182 });
    expect(counts('filosofi-2021', 'niveau-de-vie-median')).toMatchObject({
      value: 31_200,
      secret: 3_577,
      absent: 192,
    });
  });

  it('rolls Saint-Denis up from its two rows', async () => {
    const cell = await figure('taux-de-pauvrete', 'commune', '93066');
    expect(cell.value).toBeCloseTo((36 * 106_397 + 38 * 30_999) / (106_397 + 30_999), 3);
    expect(cell.marks).toEqual(['rolled']);
  });

  it('keeps Paris whole, without a fibre figure, and its arrondissements apart', async () => {
    expect((await figure('taux-de-pauvrete', 'commune', '75056')).value).toBe(16);
    expect((await figure('taux-de-pauvrete', 'arrondissement', '75101')).value).toBe(12);
    expect((await figure('fibre-2026', 'commune', '75056')).state).toBe('absent');
    expect((await figure('ifn-total', 'commune', '75056')).state).toBe('value');
  });

  it('marks communes split since the source', async () => {
    expect((await figure('niveau-de-vie-median', 'commune', '15141')).marks).toContain('perimeter');
    expect(await figure('niveau-de-vie-median', 'commune', '15031')).toMatchObject({
      state: 'absent',
      marks: ['perimeter'],
    });
  });

  it('gives no national poverty rate from a partial cover: 17.3 % at 73 % is of the known communes only', async () => {
    const cell = await figure('taux-de-pauvrete', 'france', 'FR');
    expect(cell.state).toBe('incomplete');
    expect(cell.value).toBeCloseTo(17.3, 1);
    expect(cell.cover).toBeCloseTo(0.725, 2);
    const creuse = await figure('taux-de-pauvrete', 'departement', '23');
    expect(creuse.state).toBe('incomplete');
    expect(creuse.value).toBeCloseTo(23, 0);
    expect(creuse.cover).toBeCloseTo(0.2, 1);
  });

  it('marks rates published at 5 % as « 5 % ou moins »', async () => {
    const column = snapshot.column('taux-de-pauvrete', 'commune');
    const floors = [...(column?.marks ?? [])].filter((bits) => bits & 2).length;
    expect(floors).toBeGreaterThan(100);
  });

  it('finds the commune of nearly every place', () => {
    const lost = snapshot.places.filter(({ commune }) => commune === null);
    expect(lost.length).toBeLessThan(snapshot.places.length * 0.005);
  });
});
