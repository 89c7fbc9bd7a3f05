import { copyFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import { isKnown } from '../../src/lib/domain/indicators/value.ts';
import { SOURCES, type SourceId } from '../../src/lib/domain/indicators/source.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import type { LoadOutcome } from '../../src/lib/server/import/steps/load-outcome.ts';
import { loadIsNeeded } from '../../src/lib/server/import/needed.ts';
import { verify } from '../../src/lib/server/import/verify.ts';
import { readPortrait } from '../../src/lib/server/queries/portrait.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { readStatus } from '../../src/lib/server/queries/status.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';
import { inLongLayout } from '../support/long-filosofi.ts';

let database: TestDatabase;
let files: Files;

const COPPER = 'fermeture-reseau-cuivre.csv';
const TECHNIQUES = 'commune_meilleure_techno_thd.csv';

beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase('demonstration'), writeFiles()]);
  await copyFile(files.path(COPPER), files.path('copper.aside'));
  await copyFile(files.path(TECHNIQUES), files.path('techniques.aside'));
  await Promise.all([COPPER, TECHNIQUES].map((name) => rm(files.path(name))));
  // As a database stands that never had their files.
  const { sql } = database.db;
  const loaded = sql`select id from dataset_version where source in ('cuivre', 'mci-technologies', 'cuivre-sans-fibre')`;
  await sql`delete from indicator_column where version in (${loaded})`;
  await sql`delete from dataset_version where id in (${loaded})`;
});

afterAll(async () => {
  await database.drop();
  await files.remove();
});

const load = async (...only: SourceId[]): Promise<string[]> =>
  (await loadSources(database.db, files.origin, only.length > 0 ? { only } : {})).map(
    ({ source, outcome }: LoadOutcome) => `${source} ${outcome}`,
  );

it('are absent without their files: no failure, nothing to load, « non chargé »', async () => {
  const outcomes = await load();
  expect(outcomes.filter((outcome) => outcome.endsWith('failed'))).toEqual([]);
  for (const source of ['mci-technologies', 'mci-debits', 'cuivre', 'cuivre-sans-fibre', 'grille-1km'])
    expect(outcomes).toContain(`${source} absent`);
  const needed = SOURCES.flatMap(({ id, optional }) => (optional ? [] : [`${id} absent`]));
  expect(outcomes.filter((outcome) => needed.includes(outcome))).toEqual([]);
  expect(await loadIsNeeded(database.db, files.origin)).toBe(false);
  const checks = await verify(database.db, files.origin);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(checks.find(({ subject }) => subject === 'cuivre')?.detail).toContain('non chargé, facultatif');
  const status = await readStatus(database.db);
  expect(status.sources.find(({ id }) => id === 'cuivre')?.loaded).toBeNull();
  const data = await Snapshot.read(database.db);
  const portrait = await readPortrait(data, data.territories.all('epci')[0]!);
  expect(portrait.copper).toBeNull();
  expect(portrait.figures.some(({ indicator }) => indicator.includes('cuivre'))).toBe(false);
});

it('load once their files are there, and what is made of them stands on dwellings meanwhile', async () => {
  await copyFile(files.path('copper.aside'), files.path(COPPER));
  expect(await load('cuivre')).toEqual(['cog-2026 unchanged', 'cuivre loaded', 'cuivre-sans-fibre loaded']);
  const data = await Snapshot.read(database.db);
  const { copper } = await readPortrait(data, data.territories.get('departement', '99')!);
  expect([...(copper?.from ?? [])]).toEqual(['dwellings']);
  // One row comes twice in the file.
  expect(data.versions.get('cuivre')?.rowsRefused).toBe(0);
});

it('where people live comes from the grid of a kilometre once its file is there', async () => {
  await writeFile(
    files.path('carreaux_1km_met_2019.csv'),
    'idcar_1km,i_est_1km,lcog_geo,ind\nCRS3035RES1000mN2889000E3760000,1,99001,120\nCRS3035RES1000mN2890000E3760000,0,99001,80\n',
  );
  expect(await load('grille-1km')).toContain('grille-1km loaded');
  const { inhabited, versions } = await Snapshot.read(database.db);
  expect(inhabited).toMatchObject({
    communes: 1,
    name: 'carreaux de 1 km de l’Insee (2019), dont 1 imputés',
  });
  expect([...(inhabited?.points.people ?? [])]).toEqual([120, 80]);
  expect(versions.get('grille-1km')?.origin).toBe('carreaux_1km_met_2019.csv');
});

it('count premises once they are known, in the load that brings them, with the edition of the file', async () => {
  await copyFile(files.path('techniques.aside'), files.path(TECHNIQUES));
  expect(await load('mci-technologies')).toEqual([
    'cog-2026 unchanged',
    'mci-technologies loaded',
    'cuivre-sans-fibre loaded',
  ]);
  const data = await Snapshot.read(database.db);
  expect(data.versions.get('mci-technologies')).toMatchObject({ edition: '30 juin 2026', year: '2026' });
  const { copper } = await readPortrait(data, data.territories.get('departement', '99')!);
  expect([...(copper?.from ?? [])]).toEqual(['counted']);
  // What is counted by day is what the columns say, commune by commune.
  const without = data.column('cuivre-sans-fibre', 'commune')!;
  const sum = data.territories
    .all('commune')
    .map(({ ordinal }) => cellAt(without, ordinal))
    .reduce((all, cell) => all + (isKnown(cell) ? cell.value : 0), 0);
  const dated = [...(copper?.dated ?? []), ...(copper ? [copper.closed] : [])];
  expect(dated.reduce((all, tally) => all + tally.without, 0)).toBe(sum);
  expect(sum).toBeGreaterThan(1000);
  expect(copper?.unplanned.communes).toBeGreaterThan(10);
});

it('keep what was loaded when their file is gone, or is no longer what it was', async () => {
  await rm(files.path(TECHNIQUES));
  await writeFile(files.path(COPPER), '<!doctype html><title>Maintenance</title>\n');
  const outcomes = await loadSources(database.db, files.origin, { only: ['mci-technologies', 'cuivre'] });
  expect(outcomes.map(({ source, outcome }) => `${source} ${outcome}`)).toEqual([
    'cog-2026 unchanged',
    'mci-technologies absent',
    'cuivre failed',
    'cuivre-sans-fibre unchanged',
  ]);
  const failed = outcomes.find(({ outcome }) => outcome === 'failed');
  expect(failed?.outcome === 'failed' && failed.message).toMatch(
    /« code_insee » : cette colonne manque \(trouvées : <!doctype html>/,
  );
  const data = await Snapshot.read(database.db);
  expect(data.column('mci-fibre', 'commune')).not.toBeNull();
  expect(data.column('fermeture-cuivre', 'commune')).not.toBeNull();
});

it('Filosofi in the long layout gives the figures of the wide one, under its own year; the estimate follows', async () => {
  const columns = () =>
    database.db.sql`
      select indicator, level, hash from indicator_column c join dataset_version v on v.id = c.version
      where v.source in ('filosofi-2021', 'estimation-pauvrete') order by 1, 2`;
  const before = await columns();
  await files.change('cc_filosofi_2021_COM.csv', (bytes) => inLongLayout(bytes.toString('utf8')));
  expect(await load('filosofi-2021')).toContain('filosofi-2021 loaded');
  expect([...(await columns())]).toEqual([...before]);
  const data = await Snapshot.read(database.db);
  expect(data.versions.get('filosofi-2021')).toMatchObject({
    title: 'Filosofi 2023, revenus et pauvreté des ménages',
    edition: '2023',
    year: '2023',
  });
  expect(data.versions.get('estimation-pauvrete')).toMatchObject({ edition: '2023', year: '2023' });
});

it('are no longer loaded when territories change and their file is not there', async () => {
  await rm(files.path(COPPER));
  await files.change('cog/communes.json', (bytes) => {
    const rows = JSON.parse(bytes.toString('utf8')) as { nom: string; type: string }[];
    const first = rows.find(({ type }) => type === 'commune-actuelle');
    if (first) first.nom = 'Nouveau-Nom';
    return JSON.stringify(rows);
  });
  const outcomes = await load();
  expect(outcomes).toContain('cuivre absent');
  expect(outcomes).toContain('cuivre-sans-fibre absent');
  const data = await Snapshot.read(database.db);
  expect(data.versions.has('cuivre')).toBe(false);
  expect(data.versions.has('cuivre-sans-fibre')).toBe(false);
  expect(data.column('fermeture-cuivre', 'commune')).toBeNull();
  expect((await verify(database.db, files.origin)).filter(({ ok }) => !ok)).toEqual([]);
});
