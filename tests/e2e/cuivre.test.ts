import { beforeAll, expect, it } from 'vitest';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import { isKnown } from '../../src/lib/domain/indicators/value.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, visitDemonstration } from '../support/visit.ts';

const site = visitDemonstration({ until: 'load' });
const { open } = site;
let data: Snapshot;

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
});

it('the end of copper is a sentence, and a table by what is left, sound on a desk and on a phone', async () => {
  const { page, complaints } = await open('/territoires/99');
  const text = await main(page);
  expect(text).toMatch(/fermera d’ici au [\d]+(er)? \S+ \d{4} dans [\d ]+ des 300 communes du département/);
  const section = page.locator('[aria-labelledby="cuivre"]');
  expect(plain(await section.innerText())).toMatch(/date pas encore prévue \d+ /);
  await expectSound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectSound(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('is a map by year, whose panel says the very day and who has no fibre', async () => {
  const day = data.column('date-fermeture-cuivre', 'commune')!;
  const commune = data.territories.all('commune').find(({ ordinal }) => isKnown(cellAt(day, ordinal)));
  const { page, complaints } = await open(`/carte?i=fermeture-cuivre&t=${commune?.code}`);
  await page.locator('.legend-box .classes').first().waitFor();
  const legend = plain(await page.locator('.legend-box').first().innerText());
  expect(legend).toContain('déjà fermé');
  expect(legend).toContain('date pas encore prévue');
  const panel = plain(await page.locator('.panel', { hasText: 'Fermeture du cuivre' }).first().innerText());
  expect(panel).toMatch(/Fermeture du cuivre calendrier publié (\d+|1er) \S+ 20\d\d/);
  expect(panel).toMatch(/Sans fibre à la fin du cuivre .* [\d ]+ locaux/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('is counted in the diagnosis of a group, on the screen and on paper', async () => {
  const { page, complaints } = await open('/territoires/99/diagnostic');
  const table = page.locator('[aria-labelledby="connexion"] table', { hasText: 'par échéance' });
  expect(plain(await table.innerText())).toMatch(/date pas encore prévue \d+ /);
  await page.emulateMedia({ media: 'print' });
  expect(await table.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('days are said as days in a legend, and a département has none', async () => {
  const { page, complaints } = await open('/carte?i=date-fermeture-cuivre&t=99');
  await page.locator('.legend-box .classes').first().waitFor();
  const legend = plain(await page.locator('.legend-box').first().innerText());
  expect(legend).toMatch(/à partir du (\d+|1er) \S+ 20\d\d/);
  expect(legend).not.toContain('moins de');
  const panel = plain(await page.locator('.panel', { hasText: 'Date de fermeture' }).first().innerText());
  expect(panel).toContain('Communes seulement : des dates ne s’agrègent pas.');
  expect(complaints).toEqual([]);
  await page.context().close();
});
