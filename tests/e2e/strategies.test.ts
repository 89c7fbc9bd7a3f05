import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { slugOf } from '../../src/lib/domain/territory/slug.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { hashPassword } from '../../src/lib/server/accounts/passwords.ts';
import { expectSound, main, plain, soon, visitDemonstration } from '../support/visit.ts';

// A refusal, and a server that does not answer, are told by the browser’s console.
const site = visitDemonstration({ expected: /status of 4\d\d|ERR_FAILED|net::/ });
const { open } = site;

const PASSWORD = 'huit chats gris dorment sous la pluie';

/** Where the strategy of the file is. */
let base = '';
let context: BrowserContext;

const field = (page: Page, label: string) => page.locator('main').getByLabel(label, { exact: true });

/** What a page made anew shows in a field: it was saved, not only typed. */
const saved = (page: Page, path: string, label: string) =>
  soon(async () => {
    await page.goto(site.url + path);
    return field(page, label).inputValue();
  });

async function ready(page: Page, path: string): Promise<Page> {
  await page.goto(site.url + path);
  // Saved already where the browser kept something: either is said once the scripts have arrived.
  await soon(() => page.locator('main').innerText()).toMatch(/au fur et à mesure|Enregistré à/);
  return page;
}

describe('a strategy on one machine', () => {
  it('is made of a territory told by name, and says what each step lacks', async () => {
    const { page, complaints } = await open('/strategies');
    context = page.context();
    await expectSound(page, 1440, 390);
    await page.getByLabel('Territoire : nom').fill('aucun lieu de ce nom');
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    await soon(() => main(page)).toContain('Aucun territoire ne correspond');
    expect(await page.getByLabel('Territoire : nom').inputValue()).toBe('aucun lieu de ce nom');
    const [department] = await site.database.db.sql<{ code: string }[]>`
      select code from territory where level = 'departement' order by code limit 1`;
    await page.goto(`${site.url}/strategies?territoire=${slugOf('departement', department?.code ?? '')}`);
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    await page.waitForURL(/\/strategies\/[0-9a-f-]{36}$/);
    base = new URL(page.url()).pathname;
    expect(await main(page)).toContain('le diagnostic n’est pas encore figé');
    await expectSound(page, 1440, 390);
    expect(complaints).toEqual([]);
  });

  it('saves what is typed by itself, and keeps what is no value with the reason', async () => {
    const page = await ready(await context.newPage(), `${base}/perimetre`);
    await field(page, 'Service qui pilote').fill('Pôle solidarités');
    await field(page, 'Première année').fill('27');
    await soon(() => main(page)).toContain('Ce n’est pas une année');
    expect(await field(page, 'Première année').inputValue()).toBe('27');
    await saved(page, `${base}/perimetre`, 'Service qui pilote').toBe('Pôle solidarités');
    await expectSound(page, 1440, 390);
    expect(await main(page)).toContain('Manque : l’élu ou l’élue qui porte la stratégie');
    await ready(page, `${base}/perimetre`);
    await field(page, 'Service qui pilote').fill('Un autre service');
    await soon(() => main(page)).toContain('Enregistré à');
    await page.getByRole('button', { name: 'Annuler le dernier enregistrement' }).click();
    await soon(() => field(page, 'Service qui pilote').inputValue()).toBe('Pôle solidarités');
    await page.close();
  });

  it('keeps both texts when two people write the same field, and lets one choose', async () => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    await ready(one, `${base}/perimetre`);
    await ready(other, `${base}/perimetre`);
    await field(one, 'Objectifs').fill('Des lieux plus près.');
    await soon(() => main(one)).toContain('Enregistré à');
    await field(other, 'Objectifs').fill('Des lieux ouverts le soir.');
    await field(other, 'Contexte').fill('Un champ voisin, que personne d’autre n’écrit.');
    await soon(() => main(other)).toContain('Les deux textes sont gardés');
    expect(await main(other)).toContain('Des lieux plus près.');
    expect(await field(other, 'Objectifs').inputValue()).toBe('Des lieux ouverts le soir.');
    await expectSound(other, 1440, 390);
    await other.getByRole('button', { name: 'Garder ma saisie' }).click();
    await saved(one, `${base}/perimetre`, 'Objectifs').toBe('Des lieux ouverts le soir.');
    expect(await field(one, 'Contexte').inputValue()).toBe('Un champ voisin, que personne d’autre n’écrit.');
    await one.close();
    await other.close();
  });

  it('keeps in the browser what a silent server did not take, and saves it later', async () => {
    const page = await ready(await context.newPage(), `${base}/gouvernance`);
    await page.route('**/gouvernance?/save', (route) => route.abort());
    await field(page, 'Règles de gouvernance').fill('Le comité décide.');
    await soon(() => main(page)).toContain('Le serveur ne répond pas');
    // Still silent: what a page that is left manages to save leaves nothing to take back.
    await page.reload();
    await soon(() => main(page)).toContain('Repris de ce navigateur');
    await soon(() => main(page)).toContain('Le serveur ne répond pas');
    await page.unroute('**/gouvernance?/save');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await soon(() => main(page)).toContain('Enregistré à');
    await saved(page, `${base}/gouvernance`, 'Règles de gouvernance').toBe('Le comité décide.');
    await page.close();
  });

  it('works without scripts, and tells a conflict there too', async () => {
    const { page } = await open(`${base}/suivi`, { javaScriptEnabled: false });
    const { page: other } = await open(`${base}/suivi`, { javaScriptEnabled: false });
    for (const [where, text] of [
      [page, 'Deux fois par an.'],
      [other, 'Chaque mois.'],
    ] as const) {
      await where.getByLabel('Règles de suivi').fill(text);
      await where.getByRole('button', { name: 'Enregistrer' }).click();
      await where.waitForURL('**/suivi?/save');
    }
    expect(await page.getByLabel('Règles de suivi').inputValue()).toBe('Deux fois par an.');
    await soon(() => main(other)).toContain('Les deux textes sont gardés');
    expect(await other.getByLabel('Règles de suivi').inputValue()).toBe('Chaque mois.');
    // Sent again, having seen the other text, it stands.
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await saved(page, `${base}/suivi`, 'Règles de suivi').toBe('Chaque mois.');
    await page.context().close();
    await other.context().close();
  });

  it('goes from measured gaps to a priority and an action with its scenario', async () => {
    const page = await context.newPage();
    await page.goto(`${site.url}${base}/ecarts`);
    const retain = page.getByRole('button', { name: 'Retenir' });
    const name = plain(await page.locator('.candidates strong').first().innerText());
    await retain.first().click();
    await soon(async () =>
      plain(await page.locator('section[aria-labelledby=retenus]').innerText()),
    ).toContain(name);
    await expectSound(page, 1440, 390);
    await ready(page, `${base}/priorites`);
    await field(page, 'Impact, de 1 à 5').selectOption('5');
    await field(page, 'Faisabilité, de 1 à 5').selectOption('4');
    await soon(async () => {
      await page.goto(`${site.url}${base}/priorites`);
      return page.locator('table').innerText();
    }).toMatch(/20\s+À faire d’abord/);
    await expectSound(page, 1440, 390);
    await page.goto(`${site.url}${base}/diagnostic`);
    await page.getByRole('button', { name: 'Figer le diagnostic' }).click();
    await soon(() => main(page)).toContain('Diagnostic figé le');
    await page.goto(`${site.url}${base}/actions/nouvelle?modele=aidants-connect`);
    await page.getByLabel(name).check();
    await page.getByRole('button', { name: 'Créer l’action' }).click();
    await page.waitForURL(/\/actions\/[0-9a-f-]{36}$/);
    const sheet = new URL(page.url()).pathname;
    await ready(page, sheet);
    expect(await page.getByLabel(name).isChecked()).toBe(true);
    await field(page, 'Début').fill('septembre 2027');
    const territory = await page.getByRole('link', { name: 'Préparer un scénario' }).getAttribute('href');
    await field(page, 'Scénario d’implantation').fill(`${site.url}${territory}&n=2`);
    await soon(async () => {
      await page.goto(site.url + sheet);
      return main(page);
    }).toContain('personnes de plus à portée');
    expect(await main(page)).not.toContain('porte sur un autre territoire');
    expect(await field(page, 'Début').inputValue()).toBe('09/2027');
    await page.locator('summary', { hasText: 'Ajouter une ligne de coût' }).click();
    const cost = page.locator('form[aria-label="Ajouter une ligne de coût"]');
    await cost.getByLabel('Montant').fill('12 000,50 €');
    await cost.getByLabel('Année').fill('2027');
    await cost.getByRole('button').click();
    await soon(() => main(page)).toContain('Coût : 12 000,50 €');
    await expectSound(page, 1440, 390);
    await page.goto(`${site.url}${base}/budget`);
    await soon(() => main(page)).toContain('12 000,50 €');
    await expectSound(page, 1440, 390);
    await page.close();
  });
});

describe('a strategy of an organisation', () => {
  it('loses nothing typed when the session ends, with scripts and without', async () => {
    await found(
      site.database.db,
      {
        organisation: { name: 'Ville de Port-Clair', kind: 'authority' },
        account: { email: 'ada@ville.fr', name: 'Ada', password: await hashPassword(PASSWORD) },
      },
      new Date(),
    );
    const { page } = await open(`/connexion?suite=${base}/perimetre`);
    await page.getByLabel('Adresse électronique').fill('ada@ville.fr');
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.locator('main').getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL(`**${base}/perimetre`);
    expect(await main(page)).toContain('Portée par Ville de Port-Clair');
    await ready(page, `${base}/perimetre`);
    await site.database.db.sql`delete from session`;
    await field(page, 'Équipe').fill('Deux agents et une élue.');
    await soon(() => main(page)).toContain('Votre session a pris fin');
    expect(await field(page, 'Équipe').inputValue()).toBe('Deux agents et une élue.');
    const again = await page.context().newPage();
    await again.goto(`${site.url}/connexion`);
    await again.getByLabel('Adresse électronique').fill('ada@ville.fr');
    await again.getByLabel('Mot de passe').fill(PASSWORD);
    await again.locator('main').getByRole('button', { name: 'Se connecter' }).click();
    await again.waitForURL('**/compte');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await saved(again, `${base}/perimetre`, 'Équipe').toBe('Deux agents et une élue.');
    const cookies = await page.context().cookies();
    await page.context().close();

    const { page: bare } = await open('/methode', { javaScriptEnabled: false });
    await bare.context().addCookies(cookies);
    await bare.goto(`${site.url}${base}/perimetre`);
    await bare.getByLabel('Contexte').fill('Écrit sans scripts.');
    await site.database.db.sql`delete from session`;
    await bare.getByRole('button', { name: 'Enregistrer' }).click();
    await soon(() => main(bare)).toContain('Votre session a pris fin');
    expect(await main(bare)).toContain('Écrit sans scripts.');
    await bare.getByLabel('Adresse électronique').fill('ada@ville.fr');
    await bare.getByLabel('Mot de passe').fill(PASSWORD);
    await bare.getByRole('button', { name: 'Se reconnecter et enregistrer' }).click();
    await bare.waitForURL('**/perimetre?/save');
    expect(await bare.getByLabel('Contexte').inputValue()).toBe('Écrit sans scripts.');
    await bare.context().close();
  });

  it('is closed to who is not of it, and says nothing of it', async () => {
    const { page, status } = await open(base);
    expect(status).toBe(200);
    expect(new URL(page.url()).pathname).toBe('/connexion');
    expect(await main(page)).not.toContain('Port-Clair');
    await page.context().close();
  });
});
