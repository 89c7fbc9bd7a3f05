import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIVE_SOURCES, type LiveFile } from '../../src/lib/server/live/live-sources.ts';
import { answer, openFaultServer, sendFile, type FaultServer } from '../support/fault-server.ts';
import { writeFiles, type Files } from '../support/files.ts';
import { expectSound, main, soon, visitDemonstration } from '../support/visit.ts';

/** New editions from the data page: asked of a producer that this machine plays, seen, accepted, cited. */
const [FILE] = LIVE_SOURCES['france-services'] as [LiveFile];
/** As the demonstration has it. */
const LIST = 'liste-fs-20240801.csv';
const ID = FILE.place.at === 'resource' ? FILE.place.id : '';
const CATALOGUE = `https://www.data.gouv.fr/api/2/datasets/resources/${ID}/`;
const PERMANENT = `https://www.data.gouv.fr/api/1/datasets/r/${ID}`;
const STATIC = 'https://static.data.gouv.fr/resources/liste/liste.csv';
let producer: FaultServer;
let files: Files;
let folder: string;

beforeAll(async () => {
  [producer, files, folder] = await Promise.all([
    openFaultServer(),
    writeFiles(),
    mkdtemp(join(tmpdir(), 'maillage-editions-')),
  ]);
  // The server that the file visits inherits them.
  process.env.MAILLAGE_LIVE_BASE = producer.base;
  process.env.DATA_DIR = folder;
});

const site = visitDemonstration({ until: 'networkidle' });

afterAll(async () => {
  delete process.env.MAILLAGE_LIVE_BASE;
  delete process.env.DATA_DIR;
  await Promise.all([producer.close(), files.remove(), rm(folder, { recursive: true, force: true })]);
});

/** The producer publishes its list without its first rows, which are one line each. */
async function publish(without: number): Promise<void> {
  const [header = '', ...rows] = (await readFile(files.path(LIST), 'utf8')).trimEnd().split('\n');
  const bytes = Buffer.from(`${[header, ...rows.slice(without)].join('\n')}\n`);
  const sum = createHash('sha1').update(bytes).digest('hex');
  const resource = {
    url: STATIC,
    title: 'Liste',
    filetype: 'file',
    checksum: { type: 'sha1', value: sum },
    last_modified: '2026-11-15T09:00:00+00:00',
  };
  producer.play(CATALOGUE, answer(200, {}, JSON.stringify({ dataset_id: 'x', resource })));
  producer.play(PERMANENT, answer(302, { location: STATIC }));
  producer.play(STATIC, sendFile(bytes, { etag: `"${sum}"` }));
}

const inUse = async () => {
  const [row] = await site.database.db.sql<{ id: number; origin: string }[]>`
    select id, origin from dataset_version where source = 'france-services' and current`;
  return row;
};

it('a new edition is asked for, seen, and replaces the former one, which stays citable', async () => {
  const before = await inUse();
  await publish(2);
  const { page, complaints } = await site.open('/donnees');
  await page.getByRole('button', { name: 'Vérifier s’il y a du neuf : Liste des structures' }).click();
  await page.getByRole('link', { name: 'Voir ce qui change : Liste des structures' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Nouvelle édition' }).waitFor();
  const told = await main(page);
  expect(told).toContain('Rien n’est encore remplacé');
  expect(told).toContain('2 lieux de moins');
  expect(told).toContain(PERMANENT);
  await expectSound(page, 390);
  expect(await inUse()).toEqual(before);

  await page.getByRole('button', { name: 'Remplacer l’édition en place' }).click();
  await soon(async () => (await inUse())?.origin).toBe(PERMANENT);
  await page.waitForURL('**/donnees#france-services');
  await page.goto(`${site.url}/donnees/editions/${before?.id}`);
  const cited = await main(page);
  expect(cited).toContain('Cette édition n’est plus en place depuis le');
  expect(cited).toContain('Voir celle qui l’a remplacée');
  await expectSound(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('without scripts too: another that came is read first, one is kept out, the schedule is set, a failure is said', async () => {
  await publish(1);
  const { page } = await site.open('/donnees', { javaScriptEnabled: false });
  await page.getByRole('button', { name: 'Vérifier s’il y a du neuf : Liste des structures' }).click();
  await soon(async () => {
    await page.goto(`${site.url}/donnees/france-services/nouvelle-edition`);
    return page.title();
  }).toContain('Nouvelle édition');
  // Another takes its place while the page is read.
  const before = await inUse();
  const { sql } = site.database.db;
  for (const name of ['Remplacer l’édition en place', 'Garder l’ancienne']) {
    await page.goto(`${site.url}/donnees/france-services/nouvelle-edition`);
    await sql`update pending_edition set fingerprint = ${randomUUID()} where source = 'france-services'`;
    await page.getByRole('button', { name }).click();
    expect(await main(page)).toContain('Une autre édition a été proposée depuis');
  }
  const answered = await sql`
    select 1 from pending_edition where accepted_at is not null or refused_at is not null`;
  expect(answered).toHaveLength(0);
  expect(await inUse()).toEqual(before);
  await page.getByRole('button', { name: 'Garder l’ancienne' }).click();
  await page.waitForURL('**/donnees#france-services');

  await page.getByText('Calendrier', { exact: true }).click();
  await page.getByLabel('Vérifier les sources').selectOption('chaque lundi');
  await page.getByRole('button', { name: 'Enregistrer le calendrier' }).click();
  expect(await main(page)).toContain('Les sources sont vérifiées chaque lundi à 3 h (heure de Paris).');

  producer.play(STATIC, answer(404));
  producer.play(PERMANENT, answer(404));
  await page.getByRole('button', { name: 'Vérifier s’il y a du neuf : Liste des structures' }).click();
  await soon(async () => {
    await page.goto(`${site.url}/donnees`);
    return main(page);
  }).toContain('n’est plus à l’adresse connue');
  await page.getByText('1 source n’a pas pu être vérifiée').waitFor();
  await page.getByRole('link', { name: 'Voir pourquoi : Liste des structures' }).click();
  await page.waitForURL('**/donnees#france-services');
  await page.context().close();
});

it('the figures of an edition are a file, unless its producer gave no licence', async () => {
  const [open, closed] = await Promise.all(
    ['filosofi-2021', 'ifn-communes'].map(async (source) => {
      const [row] = await site.database.db.sql<{ id: number }[]>`
        select id from dataset_version where source = ${source} and current`;
      return fetch(`${site.url}/donnees/editions/${row?.id}/valeurs.csv?niveau=commune`);
    }),
  );
  expect(open?.status).toBe(200);
  expect((await open?.text())?.split('\r\n')[0]).toContain('Niveau de vie médian');
  expect(closed?.status).toBe(403);
});
