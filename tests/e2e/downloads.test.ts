import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '../../src/lib/format/date.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeDemonstrationStrategy } from '../support/demonstration-strategy.ts';
import { bringTable } from '../support/own-table.ts';
import { serve, type TestServer } from '../support/server.ts';
import { writeFullStrategy } from '../support/full-strategy.ts';
import { toldProvenance } from '../support/told-provenance.ts';

/** Read by a page, or by a map, which tells the sources beside it: nothing to keep. */
const OF_A_PAGE = 'part of a page';
/** Describes files or answers, and holds no figure. */
const DESCRIPTION = 'description';
/** A row, a job or an index of the interface for programs, whose whole files are lists. */
const ANSWER = 'answer to a program';
/** Given back to who sent or wrote it, as they did, to be sent again or kept. */
const THEIR_OWN = 'their own';

const TABLE = ['csv', 'xlsx', 'geojson'] as const;
const inFormats = (path: string, query = '', formats: readonly string[] = TABLE): string[] =>
  formats.map((format) => `${path}.${format}${query}`);
const listed = (
  path: string,
  query = '',
  formats: readonly string[] = ['json', 'csv-fr', 'geojson'],
): string[] => formats.map((format) => `/api/v1/${path}?format=${format}${query}`);

let [report, table, edition] = ['', '', ''];

/**
 * Every route that answers something else than a page: the files that it gives, which name their sources and
 * their day, or what it is instead of a file. One that is not here fails the run.
 */
const ANSWERED: Readonly<Record<string, (() => string[]) | string>> = {
  '/api/v1': ANSWER,
  '/api/v1/[...chemin]': ANSWER,
  '/api/v1/catalogue.jsonld': DESCRIPTION,
  '/api/v1/datapackage.json': DESCRIPTION,
  '/api/v1/ecarts': ANSWER,
  '/api/v1/ecarts/communes': () => listed('ecarts/communes', '&seuil=2'),
  '/api/v1/implantation': ANSWER,
  '/api/v1/implantation/[calcul]': ANSWER,
  '/api/v1/implantation/[calcul]/ouvertures': ANSWER,
  '/api/v1/indicateurs': () => listed('indicateurs', '', ['json', 'csv-fr']),
  '/api/v1/indicateurs/[id]': ANSWER,
  '/api/v1/lieux': () => listed('lieux'),
  '/api/v1/lieux/[id]': ANSWER,
  '/api/v1/openapi.json': DESCRIPTION,
  '/api/v1/scores': () => listed('scores'),
  '/api/v1/territoires': () => listed('territoires'),
  '/api/v1/territoires/[slug]': ANSWER,
  '/api/v1/valeurs': () => listed('valeurs', '&indicateur=fibre-2026'),
  '/apercu/[tag]': OF_A_PAGE,
  '/cadre/carte/chiffres': OF_A_PAGE,
  '/cadre/carte/image.svg': OF_A_PAGE,
  '/carte/classes/[indicator]/[level]': OF_A_PAGE,
  '/carte/export.[format]': () => [
    ...inFormats('/carte/export', '?i=fibre-2026&n=commune&t=99'),
    ...inFormats('/carte/export', '?d=1&t=99'),
    '/carte/export.csv?i=fibre-2026&n=commune&t=99&international=1',
  ],
  '/carte/image.svg': () => [
    '/carte/image.svg?telecharger=1',
    '/carte/image.svg?d=1&t=99&z=qpv&telecharger=1',
    '/carte/image.svg?n=commune&y=distance&telecharger=1',
  ],
  '/carte/scores/[level]': OF_A_PAGE,
  '/colonnes/[indicator]/[level]/[hash]': OF_A_PAGE,
  '/colonnes/territoires/[level]/[hash]': OF_A_PAGE,
  '/compte/donnees': THEIR_OWN,
  '/compte/etat': OF_A_PAGE,
  '/connexion/oidc': OF_A_PAGE,
  '/connexion/oidc/retour': OF_A_PAGE,
  '/donnees/editions/[version]/valeurs.csv': () => [`/donnees/editions/${edition}/valeurs.csv`],
  '/ecarts/communes.[format]': () => inFormats('/ecarts/communes', '?seuil=2'),
  '/ecarts/contours': OF_A_PAGE,
  '/ecarts/groupe': OF_A_PAGE,
  '/ecarts/habites': OF_A_PAGE,
  '/ecarts/minutes': OF_A_PAGE,
  '/ecarts/voisins': OF_A_PAGE,
  '/ecarts/zones.[format]': () => inFormats('/ecarts/zones', '?seuil=2'),
  '/health/live': DESCRIPTION,
  '/health/ready': DESCRIPTION,
  '/implantation/atelier/cadre': OF_A_PAGE,
  '/implantation/atelier/commune': OF_A_PAGE,
  '/implantation/comparer/carte.svg': OF_A_PAGE,
  '/implantation/probleme': OF_A_PAGE,
  '/implantation/proposition.[format]': () => inFormats('/implantation/proposition', '?seuil=2&n=2'),
  '/implantation/sites': OF_A_PAGE,
  '/implantation/tournees/agenda.ics': () => ['/implantation/tournees/agenda.ics?existants=aucun&vitesse=50'],
  '/implantation/tournees/arrets.[format]': () => inFormats('/implantation/tournees/arrets'),
  '/implantation/tournees/fond.svg': OF_A_PAGE,
  '/implantation/tournees/probleme': OF_A_PAGE,
  '/indices/classement.[format]': () => inFormats('/indices/classement'),
  '/integrer/maillage-[version].js': OF_A_PAGE,
  '/integrer/maillage.js': OF_A_PAGE,
  '/lieux/[id]/fiche': OF_A_PAGE,
  '/lieux/affichage': OF_A_PAGE,
  '/lieux/contacts/export': THEIR_OWN,
  '/lieux/export.[format]': () => inFormats('/lieux/export', '', [...TABLE, 'json']),
  '/lieux/importer/[token]/corrige.[format]': THEIR_OWN,
  '/portefeuille/communes.[format]': () => inFormats('/portefeuille/communes', '', ['csv', 'xlsx']),
  '/portefeuille/territoires.[format]': () => inFormats('/portefeuille/territoires', '', ['csv', 'xlsx']),
  '/recherche/suggestions': OF_A_PAGE,
  '/strategies/[id]/export.json': THEIR_OWN,
  '/strategies/[id]/rapport.docx': () => [`/strategies/${report}/rapport.docx`],
  // Without a Chromium, the page that is printed.
  '/strategies/[id]/rapport.pdf': () => [`/strategies/${report}/rapport.pdf`],
  '/strategies/[id]/rapport.xlsx': () => [`/strategies/${report}/rapport.xlsx`],
  '/strategies/[id]/resume.pdf': () => [`/strategies/${report}/resume.pdf`],
  '/tableaux/[id]/chiffres.[format]': () => [`/tableaux/${table}/chiffres.csv`],
  '/tableaux/[id]/lignes.[format]': () => [`/tableaux/${table}/lignes.csv`],
  '/tableaux/importer/[token]/lignes.[format]': THEIR_OWN,
  '/territoires/[slug]/carte.svg': () => ['/territoires/99/carte.svg?telecharger=1'],
  '/territoires/[slug]/diagnostic/communes.[format]': () => inFormats('/territoires/99/diagnostic/communes'),
  '/territoires/[slug]/membres.[format]': () => inFormats('/territoires/FR/membres'),
  '/territoires/[slug]/quartiers.[format]': () => inFormats('/territoires/99/quartiers'),
  '/tuiles/[tileset]/[level]/[z]/[x]/[y]': OF_A_PAGE,
  '/tuiles/[tileset]/[level]/tilejson.json': DESCRIPTION,
  '/tuiles/[word].json': DESCRIPTION,
  '/tuiles/zones/[kind]/[hash]/[z]/[x]/[y]': OF_A_PAGE,
};

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  const { db } = database;
  const hand = { now: new Date(), owner: null, account: null };
  await writeDemonstrationStrategy(db, hand);
  report = await writeFullStrategy(db, hand, { name: 'Réseau du canton', territory: '99' });
  table = String(await bringTable(db, 'insee;foyers\n99001;5\n99002;6\n00000;7\n'));
  const [version] = await db.sql<{ id: number }[]>`
    select id from dataset_version where source = 'filosofi-2021' and current`;
  edition = String(version?.id);
  server = await serve(database.url, { CHROMIUM_PATH: 'non' });
});

afterAll(async () => {
  await server.stop();
  await database.drop();
});

const ROUTES = 'src/routes';
const sourceOf = (route: string): string => `${ROUTES}${route}/+server.ts`;

it('every route that answers something else than a page is told apart', () => {
  const found = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('/+server.ts'))
    .map((path) => path.slice(0, -'/+server.ts'.length));
  expect(found.sort()).toEqual(Object.keys(ANSWERED).sort());
});

it('what is part of a page is nothing to keep', () => {
  for (const [route, files] of Object.entries(ANSWERED))
    if (files === OF_A_PAGE)
      expect([
        route,
        /content-disposition|attachment|exportResponse/.test(readFileSync(sourceOf(route), 'utf8')),
      ]).toEqual([route, false]);
});

describe('a file names its sources and its day', () => {
  const downloads = Object.entries(ANSWERED).flatMap(([route, files]) =>
    typeof files === 'string' ? [] : [[route, files] as const],
  );

  it.each(downloads)('%s', async (_, files) => {
    const today = isoDay(new Date());
    for (const path of files()) {
      const response = await fetch(server.url + path);
      expect([path, response.status]).toEqual([path, 200]);
      const { sources, days } = await toldProvenance(response, today);
      expect([path, sources.length > 0, sources.filter((one) => !/\p{L}{3}/u.test(one))]).toEqual([
        path,
        true,
        [],
      ]);
      expect([path, days.length > 0, days.filter((day) => !/^\d{4}-\d\d-\d\d$/.test(day))]).toEqual([
        path,
        true,
        [],
      ]);
    }
  });
});

it('a CSV for programs, which has its own columns alone, says where it is described', async () => {
  const [path] = listed('valeurs', '&indicateur=fibre-2026', ['csv']);
  const link = (await fetch(server.url + path)).headers.get('link') ?? '';
  const described = /<([^>]+)>; rel="describedby"/.exec(link)?.[1] ?? '';
  const { created, sources } = (await (await fetch(described)).json()) as {
    created: string;
    sources: { title: string; version: string }[];
  };
  expect(created).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(sources.length).toBeGreaterThan(1);
  for (const { title, version } of sources) expect([title, version]).not.toContain('');
});
