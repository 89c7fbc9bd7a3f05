import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromSchemaLieuDeMediationNumerique } from '@gouvfr-anct/lieux-de-mediation-numerique';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { expectSound, main, soon, visitDemonstration } from '../support/visit.ts';

/** A partner's table brought in, corrected, taken back; a place entered by hand; over the demonstration territory. */
const site = visitDemonstration({
  viewport: { width: 1440, height: 1000 },
  // A refused file or form answers 4xx, which the browser says too.
  expected: /net::|status of 4\d\d/,
});
const { open } = site;
let folder: string;
let commune: Territory;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-essai-'));
  const data = await Snapshot.read(site.database.db);
  const found = data.territories
    .all('commune')
    .find(({ postcodes, lat }) => postcodes.length === 1 && lat !== null);
  if (!found) throw new Error('no commune with one postcode');
  commune = found;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A table as a partner has it: zeros lost, a SIRET ending in « .0 », a name missing, a service in other words. */
function table(): string {
  const postcode = commune.postcodes[0]?.replace(/^0/, '') ?? '';
  return [
    'Nom de la structure;Siret;Adresse;CP;Ville;Services;Horaires;Contact;Mail',
    `Maison des familles;34422913300196.0;12 rue des Lilas;${postcode};${commune.name};aide au numerique;Mo-Fr 09:00-12:00;Ada Martin;ada@exemple.fr`,
    `<b>Atelier</b>;;3 rue Basse;${postcode};${commune.name};Médiation magique;;;`,
    `;;1 rue Haute;${postcode};${commune.name};;;;`,
  ].join('\n');
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function send(page: Page, path: string, list: string): Promise<void> {
  await page.setInputFiles('input[type="file"]', path);
  const known = page.getByLabel('Liste où ranger ces lieux');
  const labels = await known.locator('option').allInnerTexts();
  if (labels.includes(list)) await known.selectOption({ label: list });
  else await page.getByLabel('Nom de la nouvelle liste').fill(list);
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
}

describe('a partner’s table', () => {
  it('comes in by four steps, each sound, and leaves whole', async () => {
    const { page, complaints } = await open('/lieux/importer');
    await expectSound(page, 1440, 390);
    await send(page, fileOf('partenaires.csv', table()), 'Partenaires');
    await page.locator('#colonnes').waitFor({ timeout: 60_000 });
    expect(await page.getByLabel('Lue comme : CP').inputValue()).toBe('code_postal');
    expect(await page.getByLabel('Lue comme : Mail').inputValue()).toBe('courriels');
    await expectSound(page, 1440, 390);
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click();
    await page.locator('#trouve').waitFor({ timeout: 60_000 });
    const found = await main(page);
    expect(found).toMatch(/2 à créer/);
    expect(found).toMatch(/1 refusées/);
    expect(found).toContain('SIRET ou RNA 34422913300196.0 : lu 34422913300196');
    expect(found).toContain('le nom manque');
    await expectSound(page, 1440, 390);
    const corrected = await page.evaluate(async () =>
      (await fetch(`${location.pathname}/corrige.csv`)).text(),
    );
    expect(corrected).toContain('Maison des familles;"34422913300196";');
    await page.getByRole('button', { name: 'Enregistrer 2 lieux' }).click();
    await page.getByText('C’est enregistré').waitFor({ timeout: 60_000 });
    await expectSound(page, 390);

    await page.goto(`${site.url}/lieux?q=maison+des+familles`);
    await soon(() => main(page)).toContain('Maison des familles');
    await page.getByRole('link', { name: 'Maison des familles', exact: true }).first().click();
    await soon(() => main(page)).toContain('Tenir ce lieu à jour');
    const said = await page.content();
    for (const secret of ['ada@exemple.fr', 'Ada Martin']) expect(said).not.toContain(secret);
    expect(await main(page)).toContain('ajouté');

    await page.goto(`${site.url}/lieux/importer`);
    await send(page, fileOf('partenaires.csv', table()), 'Partenaires');
    await page.locator('#colonnes').waitFor({ timeout: 60_000 });
    expect(await main(page)).toContain('comme la dernière fois');
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click();
    await page.locator('#trouve').waitFor({ timeout: 60_000 });
    expect(await main(page)).toMatch(/0 à créer 0 à corriger 2 inchangées/);
    expect(await main(page)).toContain('Rien à enregistrer');
    await page.getByRole('button', { name: 'Annuler l’import' }).click();
    await page.getByRole('button', { name: 'Défaire : Partenaires, partenaires.csv' }).click();
    await soon(() => main(page)).toContain('Import défait : 2 fiches revenues');
    await page.goto(`${site.url}/lieux?q=maison+des+familles`);
    await soon(() => main(page)).toContain('0 lieu trouvé');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('leaves in files when its list is shared, held to the official validator, without its contacts', async () => {
    const { page } = await open('/lieux/importer');
    const lists = [
      { list: 'Liste partagée', shared: true, name: 'Atelier du port', address: '12 quai du Port' },
      { list: 'Liste privée', shared: false, name: 'Bureau de la gare', address: '77 avenue de la Gare' },
    ];
    for (const { list, shared, name, address } of lists) {
      await page.goto(`${site.url}/lieux/importer`);
      await page.getByLabel('Nom de la nouvelle liste').waitFor();
      if (shared) await page.getByLabel('Ces lieux peuvent sortir').check();
      const own = [
        'Nom;Adresse;CP;Ville;Services;Date de mise à jour;Contact;Mail',
        `${name};${address};${commune.postcodes[0]};${commune.name};Aide aux démarches administratives;2026-10-01;Ada Martin;ada@exemple.fr`,
      ].join('\n');
      await send(page, fileOf('exports.csv', own), list);
      await page.getByRole('button', { name: 'Vérifier les lignes' }).click({ timeout: 60_000 });
      await page.getByRole('button', { name: /^Enregistrer/ }).click({ timeout: 60_000 });
      await page.getByText('C’est enregistré').waitFor({ timeout: 60_000 });
    }
    const rows = (await (await fetch(`${site.url}/lieux/export.json`)).json()) as Record<string, string>[];
    expect(rows.map(({ nom }) => nom)).toContain('Atelier du port');
    for (const row of rows) expect(() => fromSchemaLieuDeMediationNumerique(row as never)).not.toThrow();
    for (const format of ['csv', 'json', 'geojson']) {
      const text = await (await fetch(`${site.url}/lieux/export.${format}`)).text();
      expect(text).toContain('Atelier du port');
      for (const secret of ['Bureau de la gare', 'ada@exemple.fr', 'Ada Martin'])
        expect(text).not.toContain(secret);
    }
    await page.context().close();
  });

  it('works without scripts', async () => {
    const { page } = await open('/lieux/importer', { javaScriptEnabled: false });
    await send(page, fileOf('sans-script.csv', table()), 'Sans script');
    for (let asked = 0; asked < 60 && (await page.locator('#colonnes').count()) === 0; asked++) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    expect(await page.locator('#colonnes').count()).toBe(1);
    await page.getByRole('button', { name: 'Annuler l’import' }).click();
    expect(new URL(page.url()).pathname).toBe('/lieux/importer');
    await page.context().close();
  });

  it.each([
    ['vide.csv', '', /un fichier vide/],
    ['image.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), /Rien n’a été enregistré/],
    ['coupe.xlsx', Buffer.from('PK\u0003\u0004coupé'), /Rien n’a été enregistré/],
    ['liste.json', '[{"nom": "A"', /Rien n’a été enregistré/],
  ])('%s is refused in a sentence, and nothing is kept', async (name, content, sentence) => {
    const { page } = await open('/lieux/importer');
    await send(page, fileOf(name, content), 'Mauvais fichiers');
    await soon(() => main(page)).toMatch(sentence);
    await page.context().close();
  });

  it('is asked to say which column is the name', async () => {
    const { page } = await open('/lieux/importer');
    await send(page, fileOf('sans-nom.csv', `Code;CP\nA1;${commune.postcodes[0]}\n`), 'Sans nom');
    await page.locator('#colonnes').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click();
    await soon(() => main(page)).toContain('Aucune colonne ne donne le nom du lieu');
    await page.context().close();
  });
});

describe('by hand', () => {
  it('a place is added, corrected, closed and found again, in a sound form', async () => {
    const { page, complaints } = await open('/lieux/saisir');
    await expectSound(page, 1440, 390);
    await page.getByLabel('Nom du lieu').fill('Permanence du jeudi');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await soon(() => main(page)).toContain('aucune commune trouvée');
    await page.getByLabel('Code postal').fill(commune.postcodes[0] ?? '');
    await page.getByLabel('Commune', { exact: true }).fill(commune.name);
    await page.getByLabel('Horaires du jeudi').fill('9h-12h / 14h-17h');
    await page
      .getByLabel('Arrêts d’un lieu itinérant')
      .fill(`mardi 9h-11h | Place du marché | ${commune.postcodes[0]} ${commune.name}`);
    await page.getByLabel('Wi-Fi gratuit').check();
    await page.getByLabel('Actifs peu qualifiés').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('link', { name: 'Permanence du jeudi' }).click();
    await soon(() => main(page)).toContain('9 h – 12 h, 14 h – 17 h');
    expect(await main(page)).toContain('Wi-Fi gratuit');
    expect(await main(page)).toContain('Place du marché');
    expect(await main(page)).toContain('Actifs peu qualifiés');
    await page.getByRole('link', { name: 'Corriger ce lieu' }).click();
    await page.getByLabel('Horaires du jeudi').fill('');
    await page.getByLabel('Horaires du samedi').fill('10h-12h');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('link', { name: 'Permanence du jeudi' }).click();
    await soon(() => main(page)).toMatch(/samedi 10 h – 12 h/);
    expect(await main(page)).toMatch(/jeudi fermé/);
    await page.getByRole('link', { name: 'Corriger ce lieu' }).click();
    await page.getByRole('button', { name: 'Ce lieu a fermé' }).click();
    await page.getByRole('link', { name: 'Permanence du jeudi' }).click();
    await soon(() => main(page)).toMatch(/fermé/i);
    await page.goto(`${site.url}/lieux?q=permanence+du+jeudi`);
    await soon(() => main(page)).toContain('0 lieu trouvé');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('duplicates and contacts', () => {
  it.each(['/lieux/doublons', '/lieux/contacts'])('%s is sound on a desk and on a phone', async (path) => {
    const { page, complaints } = await open(path);
    await expectSound(page, 1440, 390);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a person finds, and has erased, what is kept of them', async () => {
    const { page } = await open('/lieux/importer');
    const own = table().replace('Ada Martin', 'Grace Dupont').replace('ada@exemple.fr', 'grace@exemple.fr');
    await send(page, fileOf('contacts.csv', own), 'Contacts');
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: /^Enregistrer/ }).click({ timeout: 60_000 });
    await page.getByText('C’est enregistré').waitFor({ timeout: 60_000 });
    await page.goto(`${site.url}/lieux/contacts`);
    await page.getByLabel('Nom entier, adresse électronique').fill('grace@exemple.fr');
    await page.locator('main').getByRole('button', { name: 'Chercher', exact: true }).click();
    await soon(() => main(page)).toContain('Grace Dupont');
    await page.getByRole('button', { name: 'Effacer ces contacts' }).click();
    await soon(() => main(page)).toContain('1 contact effacé');
    await page.context().close();
  });
});

describe('who may write', () => {
  it.each(['/lieux/importer?/send', '/lieux/saisir?/save', '/lieux/doublons', '/lieux/contacts?/erase'])(
    '%s is refused under a name that is not this machine’s',
    async (path) => {
      const response = await fetch(site.url + path, {
        method: 'POST',
        headers: { host: 'maillage.exemple.fr', origin: 'http://maillage.exemple.fr', accept: 'text/html' },
        body: new URLSearchParams({ nom: 'Intrus' }),
      });
      expect([403, 404]).toContain(response.status);
    },
  );
});
