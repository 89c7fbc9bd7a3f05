import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMirrorFolder } from '../../scripts/platform/mirror.mjs';
import type { SourceId } from '../../src/lib/domain/indicators/source.ts';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import type { Cell } from '../../src/lib/domain/indicators/value.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { findMirror, type Origin } from '../../src/lib/server/import/origin.ts';
import { bePatient } from '../../src/lib/server/live/download/patience.ts';
import { readStandIn } from '../../src/lib/server/live/reach/stand-in.ts';
import { openWire } from '../../src/lib/server/live/reach/wire.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { currentVersions } from '../../src/lib/server/queries/versions.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { takeFromProducers } from '../support/live.ts';
import { answer, openFaultServer, sendFile, type FaultServer } from '../support/fault-server.ts';

/**
 * Real rows of the producers' current files, beside the mirror, served in place by a stand-in and loaded
 * through the real path onto the real communes: their layouts are those that the adapters read.
 */
let database: TestDatabase;
let server: FaultServer;
let folder: string;
let origin: Origin;
let snapshot: Snapshot;
let outcomes: Awaited<ReturnType<typeof takeFromProducers>>;

const SOURCES: SourceId[] = ['mci-technologies', 'mci-debits', 'cartefibre', 'cuivre', 'mobile'];
const INTERNET = 'https://data.arcep.fr/fixe/maconnexioninternet/statistiques/last/commune';
const NOW = new Date('2026-11-26T08:00:00Z');

const layout = (name: string): Promise<Buffer> =>
  readFile(join(findMirrorFolder() ?? '', '..', 'layouts', name));

async function publish(): Promise<void> {
  const serve = async (url: string, name: string): Promise<void> =>
    server.play(url, sendFile(await layout(name), { etag: `"${name}"` }));
  await serve(`${INTERNET}/commune_meilleure_techno_thd.csv`, 'commune_meilleure_techno_thd.csv');
  await serve(`${INTERNET}/commune_debit_terrestre.csv`, 'commune_debit_terrestre.csv');
  // Both files of speeds have the same columns.
  await serve(`${INTERNET}/commune_debit_filaire.csv`, 'commune_debit_terrestre.csv');
  await serve(
    'https://data.economie.gouv.fr/api/explore/v2.1/catalog/datasets/fermeture-reseau-cuivre/exports/csv?delimiter=%3B&select=code_insee,nom_commune,fermeture_technique,fermeture_commerciale,lot,output_usager',
    'fermeture-reseau-cuivre.csv',
  );
  // Of the quarters since, none is published yet.
  await serve(
    'https://data.arcep.fr/mobile/sites/2026_T1/2026_T1_sites_Metropole.csv',
    '2026_T1_sites_Metropole.csv',
  );
  const url = 'https://static.data.gouv.fr/resources/deploiements/communes.csv';
  await serve(url, 'cartefibre-communes-2026T2.csv');
  const resources = ['2026T1-Commune', '2026T2-Commune', '2026T2-Immeuble'].map((title) => ({ url, title }));
  server.play(
    'https://www.data.gouv.fr/api/1/datasets/le-marche-du-haut-et-tres-haut-debit-fixe-deploiements/',
    answer(200, {}, JSON.stringify({ resources })),
  );
}

beforeAll(async () => {
  const mirror = findMirror(process.env, process.cwd());
  if (!mirror) throw new Error('this suite runs where the mirror is');
  [database, server, folder] = await Promise.all([
    openTestDatabase(),
    openFaultServer(),
    mkdtemp(join(tmpdir(), 'maillage-live-')),
  ]);
  origin = { ...mirror, dataDir: folder };
  await publish();
  await loadSources(database.db, origin, { only: ['cog-2026'] });
  outcomes = await takeFromProducers(database.db, SOURCES, {
    dataDir: folder,
    wire: openWire(readStandIn(server.base)),
    patience: bePatient({ now: () => NOW, pause: () => Promise.resolve() }),
  });
  snapshot = await Snapshot.read(database.db);
});

afterAll(async () => {
  await Promise.all([database.drop(), server.close(), rm(folder, { recursive: true, force: true })]);
});

async function figure(indicator: string, code: string): Promise<Cell> {
  const column = await snapshot.column(indicator, 'commune');
  const territory = snapshot.territories.get('commune', code);
  if (!column || !territory) throw new Error(`${indicator} has no commune ${code}`);
  return cellAt(column, territory.ordinal);
}

it('each is loaded, and says where it comes from and of when it is', async () => {
  expect([...outcomes].map(([source, { outcome }]) => [source, outcome])).toEqual(
    SOURCES.map((source) => [source, 'loaded']),
  );
  const versions = await currentVersions(database.db);
  const said = (source: SourceId) => versions.find((version) => version.source === source);
  expect(said('mci-technologies')).toMatchObject({ edition: '30 juin 2026', year: '2026' });
  expect(said('cartefibre')).toMatchObject({
    edition: 'T2 2026',
    origin: 'https://static.data.gouv.fr/resources/deploiements/communes.csv',
  });
  expect(said('mobile')).toMatchObject({ edition: 'T1 2026' });
  for (const source of SOURCES) {
    expect(said(source)?.origin).toMatch(/^https:\/\//);
    expect(said(source)?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(said(source)?.demonstration).toBe(false);
  }
});

it('each premises counts once under its best technique, and a share below the whole is below 100', async () => {
  expect((await figure('mci-fibre', '97209')).value).toBeCloseTo((100 * 56_817) / 58_448, 3);
  expect((await figure('mci-fibre', '75056')).value).toBeCloseTo((100 * 1_597_360) / 1_665_813, 3);
  expect((await figure('mci-fibre', '78334')).value).toBeLessThan(100);
  expect((await figure('mci-sans-fibre', '05157')).value).toBe(20);
});

it('a lost zero is found again, a date is a date, and none is not yet planned', async () => {
  expect((await figure('date-fermeture-cuivre', '97209')).state).toBe('value');
  expect(await figure('date-fermeture-cuivre', '05157')).toMatchObject({ value: null, state: 'absent' });
  expect((await figure('fermeture-cuivre', '78334')).value).toBe(0);
});

it('deployments are found in the catalogue by their title, and read', async () => {
  expect((await figure('cartefibre', '48095')).value).toBeCloseTo((100 * 9_435) / 9_691, 3);
});

it('decimal commas are degrees; sites are counted in their commune', async () => {
  expect((await figure('sites-4g', '38185')).value).toBe(1);
  expect((await figure('sites-5g', '63066')).value).toBe(0);
});

it('the same again sends nothing and changes nothing', async () => {
  const again = await takeFromProducers(database.db, ['mci-technologies'], {
    dataDir: folder,
    wire: openWire(readStandIn(server.base)),
  });
  expect(again.get('mci-technologies')).toEqual({ outcome: 'unchanged' });
});
