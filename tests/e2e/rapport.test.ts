import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHAPTERS } from '../../src/lib/domain/strategy/report/report-document.ts';
import { rapport } from '../../src/lib/messages/rapport.ts';
import { strategyDiagnosis } from '../../src/lib/server/db/schema/strategies.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';
import { writePassage } from '../../src/lib/server/strategies/write-passage.ts';
import { writeFullStrategy } from '../support/full-strategy.ts';
import { readPdf } from '../support/pdf.ts';
import { serve } from '../support/server.ts';
import { say } from '../support/strategy-doors.ts';
import { expectSound, main, plain, visitDemonstration } from '../support/visit.ts';
import { partsOf } from '../support/workbook.ts';

const site = visitDemonstration({ until: 'networkidle' });
const hand = () => ({ now: new Date(), owner: null, account: null });
let base: string;
let id: string;

beforeAll(async () => {
  id = await writeFullStrategy(site.database.db, hand(), { name: 'Réseau du canton', territory: '99' });
  base = `/strategies/${id}`;
});

const get = (path: string): Promise<Response> => fetch(site.url + path, { redirect: 'manual' });

describe('the report', () => {
  it('is sound on a desk, on a phone and dark, with its chapters, maps and sources', async () => {
    const { page, complaints } = await site.open(`${base}/rapport`);
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('.report h2').allInnerTexts()).map(plain)).toEqual(
      CHAPTERS.map(({ key }, at) => `${at + 1}. ${rapport.chapters[key]}`),
    );
    await expectSound(page, 1440);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectSound(page, 390);
    expect(await page.locator('.report figure').count()).toBeGreaterThanOrEqual(5);
    const passages = await page
      .locator('.report .passage')
      .evaluateAll((all) => all.map((one) => [...one.querySelectorAll('p')].map((line) => line.innerText)));
    expect(passages.length).toBeGreaterThan(15);
    for (const [said = '', source = ''] of passages)
      if (/\d/.test(said)) expect(plain(source)).toMatch(/^Sources : .+ ; .*\d{4}\.$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is a tagged A4 PDF with bookmarks, maps, charts and figures', async () => {
    const response = await get(`${base}/rapport.pdf`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-disposition')).toMatch(/maillage-rapport-reseau-du-canton-.*\.pdf/);
    const pdf = await readPdf(await response.arrayBuffer());
    expect(pdf.isTagged).toBe(true);
    expect(pdf.language).toBe('fr');
    expect(pdf.size).toEqual([210, 297]);
    expect(pdf.pages).toBeGreaterThan(8);
    const titles = CHAPTERS.map(({ key }, at) => `${at + 1}. ${rapport.chapters[key]}`);
    expect(pdf.outline.filter((title) => titles.includes(title))).toEqual(titles);
    expect(pdf.outline[0]).toBe('Réseau du canton');
    for (const start of ['Carte :', 'Matrice des priorités :', 'Budget par année :', 'Carte des lieux'])
      expect(pdf.figures.some((alt) => alt.startsWith(start))).toBe(true);
    expect(pdf.roles.get('Table')).toBeGreaterThan(10);
    for (const figure of ['183 601,50 €', '1 240 personnes', '800 de plus à portée', '30 juin 2028'])
      expect(pdf.text).toContain(figure);
    expect(pdf.text).toMatch(new RegExp(`Page 2 / ${pdf.pages}`));
    expect(pdf.text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('is a document whose headings, tables and pictures are real', async () => {
    const response = await get(`${base}/rapport.docx`);
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    const xml = (await partsOf(bytes)).get('word/document.xml') ?? '';
    expect(xml.match(/<w:pStyle w:val="Titre1"\/>/g)).toHaveLength(CHAPTERS.length);
    const pictures = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, alt]) => alt ?? '');
    expect(pictures.length).toBeGreaterThanOrEqual(5);
    expect(plain(xml)).toContain('183 601,50 €');
  });

  it('is a workbook of all its tables', async () => {
    const bytes = Buffer.from(await (await get(`${base}/rapport.xlsx`)).arrayBuffer());
    expect((await readSheet(bytes, 'Actions')).length).toBe(4);
    expect((await readSheet(bytes, 'Budget par année'))[1]).toEqual(['2027', 180_000, 120_000, 60_000]);
    expect((await readSheet(bytes, 'Chiffres figés')).length).toBeGreaterThan(3);
  });

  it('is one page for elected members, however much is written', async () => {
    const short = await readPdf(await (await get(`${base}/resume.pdf`)).arrayBuffer());
    expect([short.pages, short.isTagged, short.size]).toEqual([1, true, [210, 297]]);
    expect(short.text).toContain('183 601,50 €');
    const long = await writeFullStrategy(site.database.db, hand(), {
      name: 'Très longue',
      territory: '99',
      text: 'Des mots larges WWWW MMMM. '.repeat(6).trim(),
      actions: 6,
    });
    const pdf = await readPdf(await (await get(`/strategies/${long}/resume.pdf`)).arrayBuffer());
    expect(pdf.pages).toBe(1);
    expect(pdf.text).toContain(rapport.summary.more);
    const { page, complaints } = await site.open(`${base}/rapport/resume`);
    await expectSound(page, 390);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a passage', () => {
  it('is rewritten without scripts, survives other figures, and goes back to them', async () => {
    const { page } = await site.open(`${base}/rapport`, { javaScriptEnabled: false });
    const passage = page.locator('#passage-budget\\.total');
    await passage.locator('summary').click();
    await passage.locator('textarea').fill('Nous demandons au conseil 63 601,50 €.');
    await passage.getByRole('button', { name: rapport.edit.save }).click();
    expect(plain(await passage.innerText())).toContain(
      'Nous demandons au conseil 63 601,50 €. Texte rédigé à la main.',
    );
    expect(await passage.locator('.stale').count()).toBe(0);

    const kept = await readKept(site.database.db, id);
    const cost = kept?.strategy.actions[0]?.costs[0]?.id ?? '';
    await say(site.database.db, hand(), { id }, cost, { amount: '70000' });
    await page.reload();
    const text = plain(await passage.innerText());
    expect(text).toContain('Nous demandons au conseil 63 601,50 €.');
    expect(text).toContain('Les chiffres ont changé depuis votre rédaction.');
    expect(text).toContain('Ce que disent les chiffres aujourd’hui : Les actions coûtent 193 601,50 €');
    expect(text).toContain('Ce qu’ils disaient quand vous avez écrit : Les actions coûtent 183 601,50 €');
    const printed = await readPdf(await (await get(`${base}/rapport.pdf`)).arrayBuffer());
    expect(printed.text).toContain('Nous demandons au conseil');

    await passage.locator('summary').click();
    await passage.getByRole('button', { name: rapport.edit.back }).click();
    expect(plain(await passage.innerText())).toContain('Les actions coûtent 193 601,50 €');
    expect(plain(await passage.innerText())).not.toContain('Nous demandons');
    await page.context().close();
  });

  it('that two write at once keeps both texts', async () => {
    const { page } = await site.open(`${base}/rapport`, { javaScriptEnabled: false });
    const passage = page.locator('#passage-resume\\.suivi');
    await passage.locator('summary').click();
    await passage.locator('textarea').fill('Texte de la seconde.');
    await writePassage(site.database.db, hand(), id, {
      key: 'resume.suivi',
      was: '',
      text: 'Texte de la première.',
      basis: '',
    });
    await passage.getByRole('button', { name: rapport.edit.save }).click();
    const shown = plain(await passage.innerText());
    expect(shown).toContain('Quelqu’un a modifié ce passage');
    expect(shown).toContain('Texte de la première.');
    expect(await passage.locator('textarea').inputValue()).toBe('Texte de la seconde.');
    await page.context().close();
  });
});

describe('without', () => {
  it('a Chromium, the page is offered and says so', async () => {
    const server = await serve(site.database.url, { CHROMIUM_PATH: 'non' });
    try {
      const pdf = await fetch(`${server.url}${base}/rapport.pdf`, { redirect: 'manual' });
      expect([pdf.status, pdf.headers.get('location')]).toEqual([303, `${base}/rapport`]);
      const page = await (await fetch(`${server.url}${base}/rapport`)).text();
      expect(page).toContain(rapport.noBrowser.title);
      expect(page).not.toContain('rapport.pdf');
      const docx = await partsOf(
        Buffer.from(await (await fetch(`${server.url}${base}/rapport.docx`)).arrayBuffer()),
      );
      expect([...docx.keys()].some((path) => path.startsWith('word/media/'))).toBe(false);
      expect(docx.get('word/document.xml')).toContain('à voir sur la page du rapport');
    } finally {
      await server.stop();
    }
  });

  it('the outlines of a map, the report is not produced and says what to do', async () => {
    const broken = await writeFullStrategy(site.database.db, hand(), {
      name: 'Sans contours',
      territory: '99',
      actions: 1,
    });
    const [held] = (await site.database.db.query.select().from(strategyDiagnosis)).filter(
      ({ strategy }) => strategy === broken,
    );
    const content = structuredClone(held?.content) as {
      maps: { gap: { figure: { map: { paths: { d: string }[] } } } };
    };
    for (const path of content.maps.gap.figure.map.paths) path.d = '';
    await site.database.db.query.insert(strategyDiagnosis).values({
      ...held,
      id: 'casse',
      strategy: broken,
      at: new Date(Date.now() + 1000),
      account: null,
      figures: held?.figures,
      content,
    });
    for (const format of ['rapport.pdf', 'rapport.docx', 'resume.pdf']) {
      const response = await get(`/strategies/${broken}/${format}`);
      expect([format, response.status]).toEqual([format, 409]);
      expect(plain(await response.text())).toContain(
        'Le rapport n’est pas produit : une carte est incomplète',
      );
    }
    const { page } = await site.open(`/strategies/${broken}/rapport`);
    expect(await main(page)).toContain(plain(rapport.broken.title));
    expect(await page.locator('a[href$="rapport.pdf"]').count()).toBe(0);
    await page.context().close();
  });
});
