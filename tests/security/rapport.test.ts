import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIFE_MS } from '../../src/lib/domain/account/session-life.ts';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { hashToken } from '../../src/lib/server/accounts/token.ts';
import { strategyLink } from '../../src/lib/server/db/schema/strategies.ts';
import { addItem } from '../../src/lib/server/strategies/items.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';
import { writePassage } from '../../src/lib/server/strategies/write-passage.ts';
import { launchBrowser } from '../support/browser.ts';
import { writeFullStrategy } from '../support/full-strategy.ts';
import { readPdf } from '../support/pdf.ts';
import { SCRIPT_PAYLOADS } from '../support/script-payloads.ts';
import { serveClone, type TestSite } from '../support/server.ts';
import { say } from '../support/strategy-doors.ts';
import { partsOf } from '../support/workbook.ts';

let site: TestSite;
let browser: Browser;
let owner: string;
let accounts: Record<'reader' | 'editor' | 'administrator' | 'other', string>;
let id: string;

const SECRET = 'phrase que nul autre ne lit';
const PATHS = ['rapport', 'rapport/resume', 'rapport.pdf', 'rapport.docx', 'rapport.xlsx', 'resume.pdf'];

const isPrinted = (path: string): boolean => /\.(?:pdf|docx)$/.test(path);

const hand = () => ({ now: new Date(), owner, account: accounts.administrator });

beforeAll(async () => {
  [site, browser] = await Promise.all([serveClone(), launchBrowser()]);
  const { db } = site.database;
  const now = new Date();
  const made = await found(
    db,
    {
      organisation: { name: 'Ville', kind: 'authority' },
      account: { email: 'chef@exemple.fr', name: 'Chef', password: null },
    },
    now,
  );
  if (!made) throw new Error('not founded');
  owner = made.organisation;
  const other = await addOrganisation(db, { name: 'Ailleurs', kind: 'association' }, now);
  const add = (name: string, role: 'reader' | 'editor' | 'administrator', organisation: string) =>
    addAccount(db, { email: `${name}@exemple.fr`, name, password: null }, { organisation, role }, now);
  accounts = {
    administrator: made.account,
    reader: await add('lectrice', 'reader', owner),
    editor: await add('editrice', 'editor', owner),
    other: await add('ailleurs', 'administrator', other),
  };
  id = await writeFullStrategy(db, hand(), { name: SECRET, territory: '99', actions: 1 });
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** The cookie of a session of an account, begun so long ago. */
const session = async (account: string, ago = 0): Promise<string> =>
  `maillage-session=${await enter(site.database.db, { account, agent: '' }, new Date(Date.now() - ago))}`;

/** The cookie of who opened a link that ends so much later. */
async function link(endsIn: number, revoked = false): Promise<string> {
  const token = randomUUID();
  const now = new Date();
  await site.database.db.query.insert(strategyLink).values({
    id: hashToken(token),
    strategy: id,
    purpose: 'share',
    standing: 'reader',
    label: 'Conseil',
    createdAt: now,
    createdBy: accounts.administrator,
    endsAt: new Date(now.getTime() + endsIn),
    revokedAt: revoked ? now : null,
  });
  return `maillage-partage=${token}`;
}

const get = (path: string, cookie: string): Promise<Response> =>
  fetch(`${site.url}/strategies/${id}/${path}`, {
    redirect: 'manual',
    headers: { cookie, accept: 'text/html,*/*' },
  });

describe('a report', () => {
  it('is read by its organisation and by who has a link, and by nobody else', async () => {
    const visitors = {
      anonymous: [303, ''],
      expired: [303, await session(accounts.administrator, LIFE_MS)],
      reader: [200, await session(accounts.reader)],
      editor: [200, await session(accounts.editor)],
      other: [404, await session(accounts.other)],
      linked: [200, await link(60_000)],
      'link over': [410, await link(-1)],
      'link revoked': [410, await link(60_000, true)],
    } as const;
    for (const [visitor, [status, cookie]] of Object.entries(visitors))
      // What is printed takes seconds: one of those who may is enough.
      for (const path of PATHS.filter((one) => status !== 200 || visitor === 'linked' || !isPrinted(one))) {
        const response = await get(path, cookie);
        expect([visitor, path, response.status]).toEqual([visitor, path, status]);
        expect(response.headers.get('cache-control')).toContain('no-store');
        if (status !== 200) expect(await response.text()).not.toContain(SECRET);
        else await response.body?.cancel();
      }
  });

  it('is rewritten by who may write alone', async () => {
    const send = async (cookie: string): Promise<Response> =>
      fetch(`${site.url}/strategies/${id}/rapport?/ecrire`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: site.url, accept: 'text/html' },
        body: new URLSearchParams({ passage: 'budget.total', avant: '', chiffres: 'x', 'n/text': 'Écrit.' }),
      });
    const write = async (cookie: string): Promise<number> => (await send(cookie)).status;
    // What was typed comes back to be sent once more.
    const late = await send(await session(accounts.editor, LIFE_MS));
    expect(late.status).toBe(401);
    expect(await late.text()).toMatch(/Écrit\.[\s\S]*type="password"/);
    expect(await write('')).toBe(401);
    expect(await write(await session(accounts.reader))).toBe(403);
    expect(await write(await link(60_000))).toBe(403);
    expect(await write(await session(accounts.other))).toBe(404);
    expect((await readKept(site.database.db, id))?.strategy.passages).toEqual([]);
    expect(await write(await session(accounts.editor))).toBe(200);
    expect((await readKept(site.database.db, id))?.strategy.passages).toMatchObject([{ text: 'Écrit.' }]);
  });
});

describe('two hundred texts that would run', () => {
  let attacked: string;
  let cookie: string;

  beforeAll(async () => {
    expect(SCRIPT_PAYLOADS.length).toBeGreaterThanOrEqual(200);
    const { db } = site.database;
    attacked = await writeFullStrategy(db, hand(), {
      name: SCRIPT_PAYLOADS[0] ?? '',
      territory: '99',
      actions: 1,
    });
    const root = (await readKept(db, attacked))?.strategy.id ?? '';
    const half = Math.ceil(SCRIPT_PAYLOADS.length / 2);
    await say(db, hand(), { id: attacked }, root, {
      context: SCRIPT_PAYLOADS.slice(0, half).join('\n'),
      voices: SCRIPT_PAYLOADS.slice(half).join('\n'),
    });
    for (let at = 0; at < SCRIPT_PAYLOADS.length; at += 8) {
      const some = SCRIPT_PAYLOADS.slice(at, at + 8);
      const fields = { name: (some[0] ?? '').slice(0, 200), offers: some.join('\n') };
      await addItem(
        db,
        hand(),
        attacked,
        { id: randomUUID(), kind: 'actor', under: root, fields },
        () => true,
      );
    }
    for (const key of ['resume.budget', 'budget.total'])
      await writePassage(db, hand(), attacked, {
        key,
        was: '',
        text: SCRIPT_PAYLOADS.slice(0, 60).join('\n'),
        basis: SCRIPT_PAYLOADS[1] ?? '',
      });
    cookie = await session(accounts.editor);
  });

  const fetched = async (path: string): Promise<Response> =>
    fetch(`${site.url}/strategies/${attacked}/${path}`, { headers: { cookie } });

  it.each(['rapport', 'rapport/resume'])('run none on the page %s', async (path) => {
    const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`${site.url}/strategies/${attacked}/${path}`, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => 'pris' in window)).toBe(false);
    const odd = await page.evaluate(
      () =>
        [...document.querySelectorAll('.report *')].filter(
          (element) =>
            element.getAttributeNames().some((name) => name.startsWith('on')) ||
            /^(script|iframe|object|embed|base|meta|link)$/i.test(element.tagName) ||
            /^\s*javascript:/i.test(element.getAttribute('href') ?? ''),
        ).length,
    );
    expect(odd).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('are words in the PDF: no script, no link that leaves it', async () => {
    const bytes = await (await fetched('rapport.pdf')).arrayBuffer();
    const read = await readPdf(bytes.slice(0));
    expect(read.isTagged).toBe(true);
    expect(read.text).toContain('<script>window.pris=1</script>');
    const document = await getDocumentProxy(new Uint8Array(bytes));
    expect(await document.getJSActions()).toBeNull();
    for (let number = 1; number <= document.numPages; number++)
      for (const annotation of await (await document.getPage(number)).getAnnotations())
        expect((annotation as { url?: string }).url).toBeUndefined();
    expect((await readPdf(await (await fetched('resume.pdf')).arrayBuffer())).pages).toBe(1);
  });

  it('are words in the document and in the workbook', async () => {
    for (const path of ['rapport.docx', 'rapport.xlsx']) {
      const parts = await partsOf(Buffer.from(await (await fetched(path)).arrayBuffer()));
      for (const [name, part] of parts) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        const parser = new SaxesParser({ xmlns: true });
        parser.on('error', (fault) => {
          throw fault;
        });
        parser.write(part).close();
        expect(part).not.toMatch(/TargetMode="External"|<f[ >/]/);
      }
      const text = [...parts.values()].join('');
      expect(text).toContain('&lt;script&gt;window.pris=1&lt;/script&gt;');
    }
  });
});
