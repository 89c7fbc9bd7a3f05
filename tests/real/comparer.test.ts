import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BAND_LABELS } from '../../src/lib/domain/compare/fibre-bands.ts';
import { DEFAULT_TRAITS } from '../../src/lib/domain/compare/similar.ts';
import { cellAt, type Column } from '../../src/lib/domain/indicators/column.ts';
import { isKnown } from '../../src/lib/domain/indicators/value.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { normalQuantile } from '../../src/lib/domain/random/normal.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { readEvolution } from '../../src/lib/server/queries/evolution.ts';
import { similarTerritories } from '../../src/lib/server/queries/similar.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { launchBrowser } from '../support/browser.ts';
import { serve, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let database: Database;
let data: Snapshot;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  [server, browser, data] = await Promise.all([
    serve(inject('realDataUrl')),
    launchBrowser(),
    Snapshot.read(database),
  ]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.close();
});

const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ').trim();

async function read(path: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto(server.url + path, { waitUntil: 'networkidle' });
  expect(response?.status()).toBe(200);
  const text = plain(await page.locator('main').innerText());
  expect(complaints).toEqual([]);
  expect(text).not.toMatch(/undefined|NaN|\[object/);
  await page.close();
  return text;
}

function find(slug: string): Territory {
  const territory = data.territories.bySlug(slug);
  if (!territory) throw new Error(`no territory ${slug}`);
  return territory;
}

const names = (slug: string): string[] =>
  similarTerritories(data, find(slug)).territories.map(({ territory }) => territory.name);

describe('similar territories', () => {
  it.each([
    // Large university cities of the densest class, none far richer or older.
    ['38185', ['Rennes', 'Villeurbanne', 'Nancy', 'Rouen', 'Dijon', 'Angers', 'Caen']],
    // Young, poor and well-connected cities, around Paris and in the north.
    ['93066', ['Aubervilliers', 'Tourcoing', 'Roubaix', 'Aulnay-sous-Bois']],
    ['200040715', ['Rennes Métropole', 'Dijon Métropole', 'Nantes Métropole']],
    ['38', ['Gironde', 'Loire-Atlantique', 'Bas-Rhin', 'Haute-Garonne']],
  ])('of %s are those an officer would name', (slug, expected) => {
    expect(names(slug)).toEqual(expect.arrayContaining(expected));
  });

  it('of Grenoble are those of trying every commune, its scores counted one by one', () => {
    const subject = find('38185');
    const columns = DEFAULT_TRAITS.map((id) => data.column(id, 'commune') as Column);
    const classes = data.column('densite', 'commune') as Column;
    const communes = data.territories.all('commune');
    const known = columns.map((column) =>
      communes
        .map(({ ordinal }) => cellAt(column, ordinal))
        .filter(isKnown)
        .map(({ value }) => value),
    );
    const score = (at: number, { ordinal }: Territory): number => {
      const cell = cellAt(columns[at] as Column, ordinal);
      const others = known[at] as number[];
      if (!isKnown(cell)) return Number.NaN;
      let below = 0;
      let equal = 0;
      for (const value of others) {
        if (value < cell.value) below++;
        else if (value === cell.value) equal++;
      }
      return normalQuantile((below + equal / 2) / others.length);
    };
    const own = columns.map((_, at) => score(at, subject));
    const people = subject.population ?? 0;
    const nearest = communes
      .filter(
        ({ population, ordinal }) =>
          ordinal !== subject.ordinal &&
          (population ?? 0) >= people / 2 &&
          (population ?? 0) <= people * 2 &&
          cellAt(classes, ordinal).value === cellAt(classes, subject.ordinal).value,
      )
      .map((commune) => ({
        name: commune.name,
        distance: Math.hypot(...own.map((mine, at) => score(at, commune) - mine)),
      }))
      .filter(({ distance }) => !Number.isNaN(distance))
      .sort((a, b) => a.distance - b.distance);
    expect(names('38185')).toEqual(nearest.slice(0, 8).map(({ name }) => name));
  });

  it('say what Lyon lacks, and find nobody for Paris without guessing', () => {
    expect(similarTerritories(data, find('69123')).unknown).toEqual(['fibre-2026']);
    expect(similarTerritories(data, find('75056')).territories).toEqual([]);
  });
});

describe('change over time', () => {
  it.each([
    ['38185', '50 à 80 %', '80 % et plus'],
    ['24001', 'moins de 5 %', '25 à 50 %'],
    ['93066', '10 à 25 %', '80 % et plus'],
    ['75056', '80 % et plus', null],
  ])('%s went from « %s » to « %s » of fibre', (slug, before, after) => {
    const evolution = readEvolution(data, find(slug));
    if (evolution.kind !== 'commune') throw new Error('not a commune');
    const label = (rank: number | null): string | null =>
      rank === null ? null : (BAND_LABELS[rank] ?? null);
    expect([evolution.bands.before, evolution.bands.after].map(label)).toEqual([before, after]);
  });

  it('has the population of Grenoble of 2013 and 2018 as published', () => {
    expect(readEvolution(data, find('38185')).population).toMatchObject({ before: 160_215, after: 157_650 });
  });

  it('counts everyone in France once, and those whose commune is not known apart', () => {
    const evolution = readEvolution(data, find('FR'));
    if (evolution.kind !== 'group') throw new Error('France is a group');
    const { before, after, moves, people } = evolution.shift;
    expect(people).toBe(68_350_798);
    for (const counts of [before, after, Object.values(moves)])
      expect(counts.reduce((sum, count) => sum + count.people, 0)).toBe(people);
    // Paris, Lyon and Marseille have no rate in 2026.
    expect(after.at(-1)?.communes).toBe(3);
    expect(moves.up.people / people).toBeGreaterThan(0.8);
  });
});

describe('/comparer', () => {
  it('shows six territories of five levels side by side', async () => {
    const text = await read('/comparer?t=38185_38421_200040715_38_R84_FR');
    for (const sentence of [
      'Six territoires sont déjà comparés.',
      'Niveau de vie médian (2021) : Saint-Martin-d’Hères (38) est à 21 160 € par an, Isère à 24 383 € par an.',
      '22 140 € par an 44e sur 48 EPCI 428e sur 485 dép. 2 441e sur 3 737 région 18 969e sur 31 200 France',
      'Communes connues seulement : 17,3 % (73 % des habitants).',
      'surtout « moins de 5 % » (61 % des habitants)',
    ])
      expect(text.replaceAll('’', "'")).toContain(sentence.replaceAll('’', "'"));
  });

  it('says what may be compared over time, and refuses the rest with its reasons', async () => {
    const text = await read('/comparer?t=38185_38');
    for (const sentence of [
      'Grenoble (38) : part des locaux raccordables à la fibre de 50 à 80 % début 2018 et de 80 % et plus en 2026, soit 1 tranche de plus.',
      'Grenoble (38) : 1,6 % d’habitants de moins entre 2013 et 2018 (de 160 215 à 157 650 habitants).',
      'Isère : 99 % des habitants vivent dans une commune qui a gagné au moins une tranche de fibre entre début 2018 et 2026',
      'Recensement, 2018 → 2022',
      'L’Insee conseille six ans d’écart depuis le report de l’enquête de 2021.',
      'L’édition 2022 n’a pas été publiée et celle de 2023 n’est pas comparable à celle de 2021.',
      'Niveau de vie médian, 2019 → 2021',
    ])
      expect(text).toContain(sentence);
  });

  it('explains the similar territories of Grenoble, and follows its settings', async () => {
    const text = await read('/comparer?t=38185&sim=38185');
    expect(text).toContain(
      'Rennes (35) 230 890 habitants (2026) Comparer Même niveau de densité, 1,5 fois plus peuplée, diplômés du supérieur à 0,6 point près, fibre à 0,4 point près. Ce qui diffère le plus : niveau de vie, 22 770 € par an contre 22 140 € par an.',
    );
    const wide = await read('/comparer?t=38185&sim=38185&sf=0&sd=0&si=chomage_fibre-2026');
    expect(wide).toContain('comparés sur : chômage, fibre.');
  });

  it('says of an overseas collectivity that nothing is known to compare', async () => {
    const text = await read('/comparer?t=97501&sim=97501');
    expect(text).toContain('Aucun des indicateurs choisis n’est connu pour ce territoire.');
  });
});
