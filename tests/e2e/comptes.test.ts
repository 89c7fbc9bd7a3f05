import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { readTerritories } from '../../src/lib/server/queries/territories.ts';
import { expectSound, main, soon, visitDemonstration } from '../support/visit.ts';

// A refusal is an answer with a status of its own, which the browser’s console tells.
const site = visitDemonstration({ expected: /the server responded with a status of 4\d\d/ });
const { open } = site;

const PASSWORD = 'huit chats gris dorment sous la pluie';

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.locator('main').getByRole('button', { name: 'Se connecter' }).click();
}

const path = (page: Page): string => new URL(page.url()).pathname;

/** Where the administrator of the first organisation is signed in. */
let ada: BrowserContext;

async function commune(): Promise<Territory> {
  const found = (await readTerritories(site.database.db))
    .all('commune')
    .find(({ postcodes }) => postcodes.length === 1);
  if (!found) throw new Error('no commune with one postcode');
  return found;
}

describe('a machine without accounts', () => {
  it('is said to be so, and writes freely', async () => {
    const { page, complaints } = await open('/methode');
    expect(await page.locator('footer').innerText()).toContain('Mode mono-utilisateur');
    await page.getByRole('link', { name: 'Ce poste' }).click();
    await soon(() => main(page)).toContain('Aucun compte n’existe');
    await expectSound(page, 1440, 390);
    const { name, postcodes } = await commune();
    await page.goto(`${site.url}/lieux/saisir`);
    await page.getByLabel('Nom du lieu').fill('Permanence d’avant');
    await page.getByLabel('Code postal').fill(postcodes[0] ?? '');
    await page.getByLabel('Commune', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('link', { name: 'Permanence d’avant' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('gives what was made to the first organisation, after a form that keeps what was typed, without scripts', async () => {
    const { page } = await open('/compte', { javaScriptEnabled: false });
    await page.getByLabel('Nom de l’organisation').fill('Ville de Port-Clair');
    await page.getByLabel('Nature de l’organisation').selectOption({ label: 'collectivité' });
    await page.getByLabel('Votre nom').fill('Ada Martin');
    await page.getByLabel('Adresse électronique').fill('ada@ville.fr');
    await page.getByLabel('Mot de passe').fill('azerty');
    await page.getByRole('button', { name: 'Créer le compte' }).click();
    await soon(() => main(page)).toContain('se devine trop vite');
    expect(await page.getByLabel('Nom de l’organisation').inputValue()).toBe('Ville de Port-Clair');
    expect(await page.getByLabel('Mot de passe').inputValue()).toBe('');
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Créer le compte' }).click();
    await soon(() => main(page)).toContain('ada@ville.fr');
    await page.goto(`${site.url}/journal`);
    expect(await main(page)).toContain('saisies antérieures reprises');
    await page.context().close();
  });
});

describe('an installation with accounts', () => {
  it('is read by anybody, in pages that are the same for all, and written by nobody unknown', async () => {
    const { page } = await open('/methode');
    expect(await page.locator('footer').innerText()).not.toContain('mono-utilisateur');
    await page.goto(`${site.url}/lieux/saisir`);
    expect(await main(page)).toContain('il faut un compte');
    await page.goto(`${site.url}/lieux/contacts`);
    expect(path(page)).toBe('/connexion');
    await expectSound(page, 1440, 390);
    await signIn(page, 'ada@ville.fr', 'un tout autre mot de passe');
    await soon(() => main(page)).toContain('inexact');
    expect(await page.getByLabel('Adresse électronique').inputValue()).toBe('ada@ville.fr');
    await signIn(page, 'ada@ville.fr');
    await page.waitForURL('**/lieux/contacts');
    await page.getByRole('link', { name: 'Ada Martin' }).waitFor();
    ada = page.context();
    const cookies = await ada.cookies();
    expect(cookies.find(({ name }) => name === 'maillage-session')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
  });

  it('invites a person by a link that opens once', async () => {
    const page = await ada.newPage();
    for (const own of ['/compte', '/journal', '/organisation']) {
      await page.goto(site.url + own);
      await expectSound(page, 1440, 390);
    }
    const invite = page.locator('section', {
      has: page.getByRole('heading', { name: 'Inviter une personne' }),
    });
    await invite.getByLabel('Adresse électronique').fill('bob@ville.fr');
    await invite.getByLabel('Rôle').selectOption({ label: 'éditeur' });
    await invite.getByRole('button').click();
    const link = await page.getByLabel('Lien à transmettre').inputValue();
    await expectSound(page, 1440, 390);
    const { page: guest } = await open(link.replace(site.url, ''));
    expect(await main(guest)).toContain('rejoindre Ville de Port-Clair');
    await expectSound(guest, 1440, 390);
    await guest.getByLabel('Votre nom').fill('Bob Durand');
    await guest.getByLabel('Mot de passe').fill(PASSWORD);
    await guest.getByRole('button', { name: 'Créer mon compte' }).click();
    await guest.waitForURL('**/compte');
    const response = await guest.goto(link);
    expect(response?.status()).toBe(404);
    expect(await main(guest)).toContain('ne s’ouvre plus');
    const refused = await guest.goto(`${site.url}/organisation`);
    expect(refused?.status()).toBe(403);
    expect(await main(guest)).toContain('Votre rôle');
    await guest.context().close();
    await page.close();
  });

  it.each([true, false])(
    'loses nothing that was typed when the session ends meanwhile (scripts: %s)',
    async (scripts) => {
      const { page } = await open('/connexion?suite=/lieux/saisir', { javaScriptEnabled: scripts });
      await signIn(page, 'bob@ville.fr');
      await page.waitForURL('**/lieux/saisir');
      const { name, postcodes } = await commune();
      const place = `Permanence ${scripts ? 'avec' : 'sans'} scripts`;
      await page.getByLabel('Nom du lieu').fill(place);
      await page.getByLabel('Code postal').fill(postcodes[0] ?? '');
      await page.getByLabel('Commune', { exact: true }).fill(name);
      await site.database.db
        .sql`delete from session where account in (select id from account where email = 'bob@ville.fr')`;
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await soon(() => main(page)).toContain('rien de ce que vous avez saisi n’est perdu');
      expect(await page.getByLabel('Nom du lieu').inputValue()).toBe(place);
      if (scripts) await expectSound(page, 1440, 390);
      await page.getByLabel('Adresse électronique').fill('bob@ville.fr');
      await page.getByLabel('Mot de passe').fill('pas le bon mot de passe');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await soon(() => main(page)).toContain('inexact');
      expect(await page.getByLabel('Nom du lieu').inputValue()).toBe(place);
      await page.getByLabel('Mot de passe').fill(PASSWORD);
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByRole('link', { name: place }).waitFor();
      await page.context().close();
    },
  );

  it('gives a link for a lost password, and closes the sessions of before', async () => {
    const page = await ada.newPage();
    await page.goto(`${site.url}/organisation`);
    await page.getByRole('button', { name: 'Lien de mot de passe pour Bob Durand' }).click();
    const link = await page.getByLabel('Lien à transmettre').inputValue();
    const { page: bob } = await open(link.replace(site.url, ''));
    await expectSound(bob, 1440, 390);
    await bob.getByLabel('Nouveau mot de passe').fill('un nouveau mot de passe assez long');
    await bob.getByRole('button', { name: 'Enregistrer et me connecter' }).click();
    await bob.waitForURL('**/compte');
    await soon(() => main(bob)).toContain('bob@ville.fr');
    expect(await bob.getByText('celle-ci').count()).toBe(1);
    await bob.context().close();
    await page.close();
  });

  it('gives a person their data, then erases them', async () => {
    const { page } = await open('/connexion');
    await signIn(page, 'bob@ville.fr', 'un nouveau mot de passe assez long');
    await page.waitForURL('**/compte');
    const data = (await page.evaluate(async () => (await fetch('/compte/donnees')).json())) as {
      account: { email: string };
      journal: { action: string }[];
    };
    expect(data.account.email).toBe('bob@ville.fr');
    expect(data.journal.map(({ action }) => action)).toContain('place.create');
    const erase = page.locator('section', { has: page.getByRole('heading', { name: 'Effacer mon compte' }) });
    await erase.getByLabel('Mot de passe actuel').fill('un nouveau mot de passe assez long');
    await erase.getByRole('button').click();
    await soon(() => main(page)).toContain('Cochez la case');
    await erase.getByLabel('Mot de passe actuel').fill('un nouveau mot de passe assez long');
    await erase.getByLabel('Je veux effacer mon compte').check();
    await erase.getByRole('button').click();
    await soon(() => main(page)).toContain('Votre compte est effacé');
    const journal = await ada.newPage();
    await journal.goto(`${site.url}/journal`);
    expect(await main(journal)).not.toContain('Bob Durand');
    expect(await main(journal)).toContain('compte effacé');
    await journal.close();
    await page.context().close();
  });

  it('is left by a button, and the page before shows nothing any more', async () => {
    const page = await ada.newPage();
    await page.goto(`${site.url}/compte`);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL(`${site.url}/`);
    await page.goto(`${site.url}/organisation`);
    expect(path(page)).toBe('/connexion');
    await ada.close();
  });
});
