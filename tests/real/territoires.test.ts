import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serve, type TestServer } from '../support/server.ts';

/** Sentences read off the screen for territories that an officer would open first. */
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(inject('realDataUrl')), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ').trim();

async function read(path: string): Promise<string> {
  const page = await browser.newPage();
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

describe.each([
  [
    '38185',
    [
      'Grenoble (38)',
      'La moitié des habitants vivent avec moins de 22 140 € par an (2021)',
      '21 % des habitants vivent sous le seuil de pauvreté (2021)',
      '96,0 % des logements et locaux professionnels sont raccordables à la fibre (2026), contre 95,7 % dans le département.',
      '23 lieux d’aide au numérique sont recensés dans la commune, dont 3 France services.',
    ],
  ],
  [
    '93066',
    [
      'Saint-Denis (93)',
      'c’est moins que dans 99 % des 31 200 communes de France où ce chiffre est connu',
      '36 % des habitants vivent sous le seuil de pauvreté (2021), contre 28 % dans le département.',
      'Réunit plusieurs lignes de la source (communes fusionnées ou arrondissements)',
    ],
  ],
  [
    '75056',
    [
      'Paris (75)',
      'La part des locaux raccordables à la fibre n’est pas dans la source (2026) pour ce territoire : on ne sait pas, ce qui ne veut pas dire zéro.',
      'Arrondissements',
    ],
  ],
  [
    '56',
    [
      'Morbihan',
      'Le taux de pauvreté 2021 n’est pas calculable : il est inconnu pour 23 % des habitants.',
      '94 lieux d’aide au numérique sont recensés dans le département, dont 32 France services ; 62 des 249 communes en ont au moins un.',
      '28 531 habitants (3,6 %) vivent dans une commune dont le centre est à plus de 10 km',
    ],
  ],
  [
    '24001',
    [
      'Abjat-sur-Bandiat (24)',
      'Le taux de pauvreté 2021 de la commune est sous secret statistique : il n’est pas publié, ce qui ne veut pas dire qu’il est faible.',
      'soit 71 points de moins que dans le département (97,7 %)',
    ],
  ],
  ['2A004', ['Ajaccio (2A)', 'soit 3 points de plus que dans le département (93,7 %)']],
  [
    '97105',
    [
      'Basse-Terre (971)',
      'Le niveau de vie médian 2021 n’est pas dans la source pour ce territoire : on ne le connaît pas',
    ],
  ],
  ['97501', ['Miquelon-Langlade (975)', 'ne couvrent pas cette collectivité d’outre-mer']],
  ['29155', ['Ouessant (29)', 'Cette commune n’appartient à aucune intercommunalité.']],
  ['55039', ['Beaumont-en-Verdunois (55)', '0 habitant', 'Ce territoire n’a pas d’habitants']],
  [
    'FR',
    [
      'France',
      'Communes connues seulement : 17,3 % (73 % des habitants).',
      'Calculé sur 98,3 % des habitants.',
    ],
  ],
  ['200040715', ['Grenoble-Alpes-Métropole', 'Siren 200040715', '13 des 49 communes en ont au moins un']],
  ['R84', ['Auvergne-Rhône-Alpes', '4 025 communes', 'inconnue pour 6 % des logements']],
] as const)('/territoires/%s', (slug, sentences) => {
  it('says what stands out', async () => {
    const text = await read(`/territoires/${slug}`);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it('has a diagnosis', async () => {
    const text = await read(`/territoires/${slug}/diagnostic`);
    expect(text).toContain('Méthode, sources et dates');
  });
});

describe('an old commune', () => {
  it('leads to Saint-Denis, and says that it joined it', async () => {
    expect(await read('/territoires/93059')).toContain('Pierrefitte-sur-Seine (93059) a rejoint Saint-Denis');
  });
});

it('keeps places of unstated licence and the index out of the exports of a whole département', async () => {
  const csv = await (await fetch(`${server.url}/territoires/38/diagnostic/communes.csv`)).text();
  expect(csv.split('\r\n')).toHaveLength(512 + 2);
  expect(csv).not.toContain('IFN');
  expect(csv).not.toContain('AG_ALT_CSRA');
  expect(csv).toContain('"38185";Grenoble');
});
