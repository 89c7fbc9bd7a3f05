import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import type { Cell } from '../../src/lib/domain/indicators/value.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import type { ReadValues, ValueAdapter } from '../../src/lib/server/import/adapter.ts';
import { findMirror } from '../../src/lib/server/import/origin.ts';
import { presentFiles } from '../../src/lib/server/import/present-files.ts';
import { settleCommunes } from '../../src/lib/server/import/settle.ts';
import { cartefibre } from '../../src/lib/server/import/sources/connection/cartefibre.ts';
import { copper } from '../../src/lib/server/import/sources/connection/copper.ts';
import { mciSpeeds } from '../../src/lib/server/import/sources/connection/mci-debits.ts';
import { mciTechnologies } from '../../src/lib/server/import/sources/connection/mci-technologies.ts';
import { mobile } from '../../src/lib/server/import/sources/connection/mobile.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';

/** Real rows of the producers' current files, read in place beside the mirror: they are never copied. */
let database: Database;
let data: Snapshot;
let folder: string;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  data = await Snapshot.read(database);
  folder = join(findMirror(process.env, process.cwd())?.folder ?? '', '..', 'layouts');
});

afterAll(() => database.close());

async function read(
  adapter: ValueAdapter,
): Promise<ReadValues & { figure: (indicator: string, code: string) => Cell; refusals: number }> {
  const taken = await adapter.read(presentFiles(adapter, folder) ?? [], data.territories);
  const settled = settleCommunes(taken.rows, taken.brought ?? adapter.indicators, data.territories);
  const figure = (indicator: string, code: string): Cell => {
    const column = settled.columns.find((one) => one.indicator === indicator && one.level === 'commune');
    return cellAt(column!.column, data.territories.get('commune', code)?.ordinal ?? -1);
  };
  return { ...taken, figure, refusals: taken.refused.length + settled.refused.length };
}

it('« Ma connexion internet »: techniques of Fort-de-France, Paris, Lévis-Saint-Nom, Saint-Véran', async () => {
  const { figure, edition, refusals } = await read(mciTechnologies);
  expect(edition).toEqual({ label: '30 juin 2026', year: '2026' });
  expect(figure('mci-fibre', '97209').value).toBeCloseTo((100 * 56_817) / 58_448);
  expect(figure('mci-locaux', '75056').value).toBe(1_665_813);
  expect(figure('mci-sans-fibre', '78334').value).toBe(1);
  expect(figure('mci-sans-filaire', '05157').value).toBeCloseTo((100 * 20) / 465);
  expect(refusals).toBe(0);
});

it('« Ma connexion internet »: speeds by land alone', async () => {
  const { figure, brought, refusals } = await read(mciSpeeds);
  expect(brought).not.toContain('debit-filaire-30');
  expect(figure('debit-terrestre-30', '05157').value).toBeCloseTo((100 * 459) / 465);
  expect(refusals).toBe(0);
});

it('Carte fibre: Mende, and Paris by its arrondissements', async () => {
  const { figure, edition, refusals } = await read(cartefibre);
  expect(edition?.label).toBe('T2 2026');
  expect(figure('cartefibre', '48095').value).toBeCloseTo((100 * 9435) / 9691);
  expect(figure('cartefibre-locaux', '75056').value).toBe(126_892 + 24_814);
  expect(refusals).toBe(0);
});

it('closing of copper: closed, dated, not planned; rows twice and lost zeros', async () => {
  const { figure, rows, refusals } = await read(copper);
  expect(figure('fermeture-cuivre', '78334').value).toBe(0);
  expect(figure('fermeture-cuivre', '97209').value).toBe(2028);
  expect(figure('fermeture-cuivre', '05157').value).toBe(9999);
  expect(figure('fermeture-cuivre', '75056').value).toBe(9999);
  expect(rows.reduce((lines, row) => lines + row.lines, 0)).toBe(5);
  expect(refusals).toBe(0);
});

it('mobile sites: decimal commas, the nearest site of a commune without one', async () => {
  const { figure, edition } = await read(mobile);
  expect(edition?.label).toBe('T1 2026');
  expect(figure('sites-5g', '38185').value).toBe(1);
  expect(figure('sites-4g', '38053').value).toBe(0);
  expect(figure('distance-4g', '38053').value).toBeGreaterThan(1);
  expect(figure('sites-4g', '97209').state).toBe('absent');
});
