import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { addTo, change, makeStrategy, type TestStrategy } from '../support/strategy-doors.ts';
import { expectSound, main, soon, visitDemonstration } from '../support/visit.ts';

// A refusal is an answer with a status of its own, which the browser’s console tells.
const site = visitDemonstration({ expected: /the server responded with a status of 4\d\d/ });

const NAME = 'Stratégie de Port-Clair';

let strategy: TestStrategy;
let owner: string;
let partner: string;
/** Links made by the first test, used by the others. */
const links: Record<string, string> = {};

beforeAll(async () => {
  const { db } = site.database;
  const now = new Date();
  const made = await found(
    db,
    {
      organisation: { name: 'Ville de Port-Clair', kind: 'authority' },
      account: { email: 'ada@ville.fr', name: 'Ada Martin', password: null },
    },
    now,
  );
  if (!made) throw new Error('not founded');
  owner = made.account;
  const hand = { now, owner: made.organisation, account: made.account };
  strategy = await makeStrategy(db, hand, NAME);
  const action = await addTo(db, hand, strategy, 'action', { name: 'Permanence du soir' });
  const description = 'Ouvrir deux soirs par semaine';
  await change(db, hand, strategy, { item: action, field: 'description', was: '', now: description });
  await change(db, hand, strategy, {
    item: action,
    field: 'description',
    was: description,
    now: 'Ouvrir trois soirs par semaine',
  });
  const other = await addOrganisation(db, { name: 'Emmaüs Connect', kind: 'association' }, now);
  const described = { email: 'grace@emmaus.fr', name: 'Grace Hopper', password: null };
  partner = await addAccount(db, described, { organisation: other, role: 'administrator' }, now);
});

/** Opens a page as somebody who is signed in, or as nobody. */
async function openAs(account: string | null, path: string, options = {}) {
  const visit = await site.open('/accessibilite', options);
  if (account !== null) {
    const value = await enter(site.database.db, { account, agent: '' }, new Date());
    await visit.page.context().addCookies([{ name: 'maillage-session', value, url: site.url }]);
  }
  const response = await visit.page.goto(site.url + path);
  return { ...visit, status: response?.status() ?? 0 };
}

const of = (page: string): string => `/strategies/${strategy.id}/${page}`;
const link = (page: Page): Promise<string> => page.getByLabel('Lien à transmettre').inputValue();

describe('the owner of a strategy', () => {
  it('makes links, which are shown once, by forms that keep what was typed', async () => {
    const { page, complaints } = await openAs(owner, of('partage'));
    await expectSound(page, 1440, 390);
    await page.getByLabel('Pour qui').fill('Comité de pilotage');
    await page.getByLabel('Durée, en jours').fill('400');
    await page.getByRole('button', { name: 'Faire le lien', exact: true }).click();
    await soon(() => main(page)).toContain('de 1 à 365');
    expect(await page.getByLabel('Pour qui').inputValue()).toBe('Comité de pilotage');
    await page.getByLabel('Durée, en jours').fill('30');
    await page.locator('form[action="?/share"] select').selectOption({ label: 'Lecture et commentaires' });
    await page.getByRole('button', { name: 'Faire le lien', exact: true }).click();
    await soon(() => main(page)).toContain('Le lien est prêt');
    links.share = await link(page);
    expect(links.share).toMatch(/\/partage\/[\w-]{43}$/);
    await page.getByLabel('Nom de l’organisation', { exact: true }).fill('Emmaüs Connect');
    await page.getByRole('button', { name: 'Faire le lien de partenaire' }).click();
    await soon(() => link(page)).not.toBe(links.share);
    links.partner = await link(page);
    await page.getByLabel('Nom de l’organisation partenaire').fill('Les Bons Outils');
    await page.getByLabel('Adresse électronique').fill('neuf@outils.fr');
    await page.getByRole('button', { name: 'Faire le lien d’ouverture' }).click();
    await soon(() => link(page)).toContain('/invitation/');
    links.found = await link(page);
    await page.reload();
    expect(await main(page)).not.toContain('Le lien est prêt');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('who has a share link', () => {
  it('reads and comments without an account nor scripts, writes nothing else, and nothing once it is taken back', async () => {
    const { page, status } = await openAs(null, new URL(links.share ?? '').pathname, {
      javaScriptEnabled: false,
    });
    expect(status).toBe(200);
    expect(new URL(page.url()).pathname).toBe(`/strategies/${strategy.id}`);
    expect(await main(page)).toContain('Ouverte par le lien de partage « Comité de pilotage »');
    await page.goto(site.url + of('commentaires'));
    await page.getByLabel('Votre commentaire').fill('Et <b>le samedi</b> ?');
    await page.getByRole('button', { name: 'Commenter' }).click();
    expect(await main(page)).toContain('Comité de pilotage, par un lien');
    expect(await main(page)).toContain('Et <b>le samedi</b> ?');
    await page.goto(site.url + of('historique'));
    expect(await main(page)).toContain('Ville de Port-Clair');
    expect(await main(page)).not.toContain('Ada Martin');
    expect(await page.getByRole('button', { name: 'Défaire' }).count()).toBe(0);
    expect((await page.goto(site.url + of('partage')))?.status()).toBe(403);
    expect((await page.goto(site.url + of('export.json')))?.status()).toBe(403);

    const { page: own } = await openAs(owner, of('commentaires'));
    await expectSound(own, 1440, 390);
    await own.getByRole('button', { name: /^Marquer comme réglé/ }).click();
    await soon(() => main(own)).toContain('Réglés (1)');
    await own.goto(site.url + of('partage'));
    await own.getByRole('button', { name: 'Reprendre le lien de Comité de pilotage' }).click();
    await soon(() => main(own)).toContain('il ne s’ouvre plus');
    await own.context().close();
    const closed = await page.goto(site.url + of('commentaires'));
    expect([closed?.status(), await main(page)]).toEqual([
      410,
      expect.stringContaining('a pris fin ou a été repris') as unknown,
    ]);
    expect((await page.goto(links.share ?? ''))?.status()).toBe(410);
    await page.context().close();
  });

  it('that nobody made is told so', async () => {
    const { page, status } = await openAs(null, `/partage/${'x'.repeat(43)}`);
    expect(status).toBe(404);
    expect(await page.locator('body').innerText()).toContain('Aucun lien de partage');
    await page.context().close();
  });
});

describe('the history', () => {
  it('shows what changed by words, and gives it back', async () => {
    const { page, complaints } = await openAs(owner, of('historique'));
    expect(await main(page)).toContain('Ada Martin, Ville de Port-Clair');
    expect(await page.locator('del').first().innerText()).toMatch(/deux$/);
    expect(await page.locator('ins').first().innerText()).toMatch(/trois$/);
    await expectSound(page, 1440, 390);
    await page
      .getByRole('button', { name: /^Défaire/ })
      .first()
      .click();
    await soon(() => main(page)).toContain('Défait (1)');
    await page.goto(`${site.url}${of('historique')}?personne=${owner}`);
    expect(await page.locator('ins').first().innerText()).toMatch(/deux$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('another organisation', () => {
  it('sees what it is invited to before it accepts, and may do no more', async () => {
    const path = new URL(links.partner ?? '').pathname;
    const { page: nobody } = await openAs(null, path);
    expect(await main(nobody)).toContain('connectez-vous pour accepter');
    await nobody.context().close();
    const { page } = await openAs(partner, path);
    expect(await main(page)).toContain(NAME);
    await expectSound(page, 390);
    await page.getByRole('button', { name: 'Accepter pour Emmaüs Connect' }).click();
    await soon(() => new URL(page.url()).pathname).toBe(`/strategies/${strategy.id}`);
    expect((await page.goto(site.url + of('partage')))?.status()).toBe(403);
    expect((await page.goto(site.url + path))?.status()).toBe(410);
    await page.goto(links.found ?? '');
    expect(await main(page)).toContain(`rejoindra aussi la stratégie « ${NAME} »`);
    await page.context().close();
  });
});

describe('the file of a strategy', () => {
  it('is taken, and brought as another one; a changed one makes nothing', async () => {
    const { page } = await openAs(owner, `/strategies/${strategy.id}`);
    const text = await page.evaluate(async (path) => (await fetch(path)).text(), of('export.json'));
    await page.goto(`${site.url}/strategies/importer`);
    const send = async (content: string): Promise<void> => {
      const file = { name: 'strategie.json', mimeType: 'application/json', buffer: Buffer.from(content) };
      await page.getByLabel('Fichier de la stratégie').setInputFiles(file);
      await page.getByRole('button', { name: 'Importer' }).click();
    };
    await send(text.replace('Permanence', 'Présence'));
    await soon(() => main(page)).toContain('son empreinte ne correspond plus');
    expect(await main(page)).toContain('Rien n’a été importé.');
    await expectSound(page, 390);
    await send(text);
    await soon(() => page.url()).toMatch(/\/strategies\/[\da-f-]{36}$/);
    expect(page.url()).not.toContain(strategy.id);
    expect(await main(page)).toContain(NAME);
    await page.context().close();
  });
});
