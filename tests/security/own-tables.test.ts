import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { makeKey } from '../../src/lib/server/api/keys.ts';
import { columnSummaries } from '../../src/lib/server/queries/versions.ts';
import { SCRIPT_PAYLOADS } from '../support/script-payloads.ts';
import { writeOwnTable } from '../support/written-table.ts';
import { serveClone, type TestSite } from '../support/server.ts';

/** What one organisation keeps to itself is found by its members alone, whatever they were shown before. */
let site: TestSite;
const sessions: Partial<Record<Who, string>> = {};
/** Keys of the organisation that keeps its table, and of another. */
let keys: Record<'owner' | 'stranger', string>;
let closed: string;
let shared: string;
/** A rate that anybody may take away. */
let free: string;

type Who = 'owner' | 'stranger' | 'nobody' | 'anonymous' | 'expired';

/** Named only here: whoever is sent one of them is sent the table. */
const SECRET = 'Foyers suivis en secret';
const OPEN = 'Ateliers tenus';

beforeAll(async () => {
  site = await serveClone();
  const { db } = site.database;
  const now = new Date();
  const made = await found(
    db,
    {
      organisation: { name: 'Métropole', kind: 'authority' },
      account: { email: 'chef@exemple.fr', name: 'Chef', password: null },
    },
    now,
  );
  if (!made) throw new Error('not founded');
  const other = await addOrganisation(db, { name: 'Ailleurs', kind: 'authority' }, now);
  const add = (name: string, organisation: string | null) =>
    addAccount(
      db,
      { email: `${name}@exemple.fr`, name, password: null },
      { organisation, role: 'reader' },
      now,
    );
  const value = ({ ordinal }: { ordinal: number }) => 7_000.5 + ordinal;
  const one = await writeOwnTable(db, {
    owner: made.organisation,
    shared: false,
    name: 'Fichier des foyers',
    figures: [{ slug: 'foyers', label: SECRET, unit: '%', value }],
  });
  const two = await writeOwnTable(db, {
    owner: other,
    shared: true,
    open: false,
    name: 'Ateliers',
    figures: [{ slug: 'ateliers', label: OPEN, kind: 'count', unit: 'ateliers', decimals: 0, value }],
  });
  const three = await writeOwnTable(db, {
    owner: other,
    shared: true,
    name: 'Équipement',
    figures: [{ slug: 'equipes', label: 'Foyers équipés', worse: 'low', value: ({ ordinal }) => ordinal }],
  });
  [closed, shared] = [`tableau-${one}-foyers`, `tableau-${two}-ateliers`];
  free = `tableau-${three}-equipes`;
  const keyOf = async (owner: string, account: string) =>
    (await makeKey(db, { now, owner, account }, { name: 'Essai', scope: 'write' })) ?? '';
  const writer = await addAccount(
    db,
    { email: 'redactrice@exemple.fr', name: 'Rédactrice', password: null },
    { organisation: other, role: 'editor' },
    now,
  );
  keys = { owner: await keyOf(made.organisation, made.account), stranger: await keyOf(other, writer) };
  const accounts = {
    owner: made.account,
    stranger: await add('voisin', other),
    nobody: await add('seule', null),
  };
  for (const [who, account] of Object.entries(accounts))
    sessions[who as Who] = await enter(db, { account, agent: '' }, now);
  sessions.expired = 'x'.repeat(43);
});

afterAll(() => site.stop());

async function read(
  who: Who,
  path: string,
): Promise<{ status: number; cache: string; vary: string; text: string }> {
  const session = sessions[who];
  const response = await fetch(site.url + path, {
    redirect: 'manual',
    headers: {
      ...(session !== undefined && { cookie: `maillage-session=${session}` }),
      accept: 'text/html,*/*',
      'sec-fetch-site': 'same-origin',
    },
  });
  const cache = response.headers.get('cache-control') ?? '';
  const vary = response.headers.get('vary') ?? '';
  return { status: response.status, cache, vary, text: await response.text() };
}

/** What is read here of the answers of the interface. */
interface Told {
  id: string;
  etat: string;
  resultat: { personnes: { toutes: number } } | null;
  total: { personnes: { valeur: number } };
}

const pathsOf = (id: string): string[] => [
  '/methode',
  '/territoires/99',
  '/territoires/99001',
  '/territoires/99/diagnostic',
  '/territoires/99001/diagnostic',
  '/territoires/99/diagnostic/communes.csv',
  '/comparer?t=99001_99',
  '/perimetre?per=99001_99002',
  `/perimetre?per=99001_99002&i=${id}`,
  `/carte?i=${id}&tab=1`,
  `/carte?y=${id}`,
  '/carte/__data.json',
  `/carte/image.svg?i=${id}`,
  `/indices?x=${id}.5`,
  `/indices/__data.json?x=${id}.5`,
  `/indices/classement.csv?x=${id}.5`,
  '/ecarts',
  '/ecarts?qui=cinquieme-' + id,
];
/** The pages of the versions that were written of it, and their files. */
async function citedPaths(): Promise<string[]> {
  const source = /^tableau-\d+/.exec(closed)?.[0] ?? '';
  const versions = await site.database.db.sql<{ id: number }[]>`
    select id from dataset_version where source = ${source}`;
  return versions.flatMap(({ id }) => [`/donnees/editions/${id}`, `/donnees/editions/${id}/valeurs.csv`]);
}
const OTHERS = ['stranger', 'nobody', 'anonymous', 'expired'] as const;

describe('a table that an organisation keeps to itself', () => {
  it('is found by its members, in answers that nobody keeps, and by no other, even after them', async () => {
    let told = 0;
    for (const path of pathsOf(closed)) {
      const own = await read('owner', path);
      expect([path, own.status, own.cache]).toEqual([path, 200, 'private, no-store']);
      if (own.text.includes(SECRET)) told++;
      for (const who of OTHERS) {
        const { status, vary, text } = await read(who, path);
        expect([who, path, status, vary.includes('cookie')]).toEqual([who, path, 200, true]);
        expect([who, path, text.includes(SECRET), text.includes('Fichier des foyers')]).toEqual([
          who,
          path,
          false,
          false,
        ]);
        // The address that was typed comes back; its figures do not.
        expect([who, path, /7[\s\u00a0\u202f]?00\d,5/.test(text)]).toEqual([who, path, false]);
      }
    }
    expect(told).toBeGreaterThan(10);
  });

  it('has no edition to cite for others', async () => {
    const paths = await citedPaths();
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      // Its figures may leave for nobody, its owner included: only its page is theirs.
      const own = await read('owner', path);
      expect([path, own.status, own.cache]).toEqual([
        path,
        path.endsWith('.csv') ? 403 : 200,
        'private, no-store',
      ]);
      for (const who of OTHERS) expect([who, path, (await read(who, path)).status]).toEqual([who, path, 404]);
    }
  });

  it('has no column, classes or answer for others', async () => {
    const column = (await columnSummaries(site.database.db)).find(
      ({ indicator, level }) => indicator === closed && level === 'commune',
    );
    const paths = [`/colonnes/${closed}/commune/${column?.hash}`, `/carte/classes/${closed}/commune`];
    for (const path of paths) {
      const own = await read('owner', path);
      expect([path, own.status]).toEqual([path, 200]);
      expect(own.cache).toContain('no-store');
      for (const who of OTHERS) expect([who, path, (await read(who, path)).status]).toEqual([who, path, 404]);
    }
    // What programs and other sites read looks at no cookie: not even the owner’s.
    for (const [path, refused] of [
      [`/api/v1/ecarts?dans=99&qui=cinquieme-${closed}`, 400],
      [`/api/v1/indicateurs/${closed}`, 404],
    ] as const)
      for (const who of ['owner', ...OTHERS] as const)
        expect([who, path, (await read(who, path)).status]).toEqual([who, path, refused]);
    for (const path of ['/api/v1/indicateurs', `/cadre/carte?i=${closed}`])
      expect((await read('owner', path)).text).not.toContain(SECRET);
  });

  it('names people for the keys of its organisation and for no other, gaps and searches alike', async () => {
    const asked = async (key: string | undefined, path: string, body?: object) => {
      const response = await fetch(`${site.url}/api/v1${path}`, {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        headers: { ...(key && { authorization: `Bearer ${key}` }), 'content-type': 'application/json' },
      });
      return { status: response.status, body: (await response.json()) as Told };
    };
    const [own, open] = [`cinquieme-${closed}`, `cinquieme-${free}`];
    const gaps = (group: string) => `/ecarts?dans=99&seuil=2&qui=${group}`;
    const order = { dans: '99', n: 1, duree: 1 };
    for (const key of [undefined, keys.stranger]) {
      expect((await asked(key, gaps(own))).status).toBe(400);
      expect(JSON.stringify((await asked(key, '/openapi.json')).body)).not.toContain(own);
      expect((await asked(key, gaps(open))).status).toBe(200);
      expect(JSON.stringify((await asked(key, '/openapi.json')).body)).toContain(open);
    }
    expect((await asked(keys.stranger, '/implantation', { ...order, qui: own })).status).toBe(400);
    expect(JSON.stringify((await asked(keys.owner, '/openapi.json')).body)).toContain(own);
    const told = await asked(keys.owner, gaps(own));
    const everybody = await asked(keys.owner, gaps('habitants'));
    const people = told.body.total.personnes.valeur;
    expect(people).toBeGreaterThan(0);
    expect(people).toBeLessThan(everybody.body.total.personnes.valeur);
    // The second begins when the first ends, which somebody else ordered.
    const first = await asked(keys.stranger, '/implantation', { ...order, qui: open });
    const second = await asked(keys.owner, '/implantation', { ...order, qui: own });
    expect([first.status, second.status]).toEqual([202, 202]);
    const end = () => asked(keys.owner, `/implantation/${second.body.id}`);
    await expect.poll(async () => (await end()).body.etat, { timeout: 60_000 }).toBe('termine');
    expect((await end()).body.resultat?.personnes.toutes).toBeCloseTo(people, 6);
  });

  it('leaves as a file for the pages of this site only, where others leave for any site', async () => {
    const headersOf = async (id: string) =>
      (
        await fetch(`${site.url}/carte/export.csv?i=${id}&t=99`, {
          headers: { cookie: `maillage-session=${sessions.owner ?? ''}`, origin: 'https://ailleurs.example' },
        })
      ).headers;
    expect((await headersOf(free)).get('access-control-allow-origin')).toBe('*');
    const kept = await headersOf(closed);
    expect(kept.get('content-disposition')).toContain('.csv');
    expect(kept.get('access-control-allow-origin')).toBeNull();
    expect(kept.get('cross-origin-resource-policy')).not.toBe('cross-origin');
  });

  it('is told to nobody any more once it is removed, and to everybody once it is shared', async () => {
    const { db } = site.database;
    const id = Number(/\d+/.exec(closed)?.[0]);
    const seen = async (who: Who) => (await read(who, '/methode')).text.includes(SECRET);
    await db.sql`update own_table set shared = true where id = ${id}`;
    await db.sql`insert into place_revision (at) values (now())`;
    await expect.poll(() => seen('anonymous'), { timeout: 20_000 }).toBe(true);
    await db.sql`update own_table set removed_at = now() where id = ${id}`;
    await db.sql`insert into place_revision (at) values (now())`;
    await expect.poll(() => seen('anonymous'), { timeout: 20_000 }).toBe(false);
    expect(await seen('owner')).toBe(false);
    for (const path of await citedPaths())
      expect([path, (await read('owner', path)).status]).toEqual([path, 404]);
  });
});

describe('two hundred texts that would run, as the words of a table', () => {
  it('are nowhere markup', async () => {
    const { db } = site.database;
    const labels = SCRIPT_PAYLOADS.filter((_, at) => at % 8 === 0);
    const id = await writeOwnTable(db, {
      owner: null,
      shared: true,
      name: SCRIPT_PAYLOADS.join(' '),
      figures: labels.map((label, at) => ({
        slug: `piege-${at}`,
        label,
        unit: SCRIPT_PAYLOADS[8 * at + 1] ?? '',
        definition: SCRIPT_PAYLOADS[8 * at + 2] ?? '',
        ...(at === 1 && {
          kind: 'category' as const,
          worse: null,
          classes: [1, 2].map((value) => ({ value, label: SCRIPT_PAYLOADS[value] ?? '' })),
        }),
        value: ({ ordinal }) => (ordinal % 2) + 1,
      })),
    });
    await db.sql`insert into place_revision (at) values (now())`;
    await expect
      .poll(async () => (await read('anonymous', '/methode')).text.includes(`tableau-${id}-piege-0`), {
        timeout: 20_000,
      })
      .toBe(true);
    const [one, classed] = [`tableau-${id}-piege-0`, `tableau-${id}-piege-1`];
    const versions = await site.database.db.sql<{ id: number }[]>`
      select id from dataset_version where source = ${`tableau-${id}`}`;
    for (const path of [
      '/methode',
      '/donnees',
      '/tableaux',
      `/donnees/editions/${versions[0]?.id ?? 0}`,
      '/territoires/99001',
      '/territoires/99/diagnostic',
      '/comparer?t=99001_99002&th=tableaux',
      `/carte?i=${one}&tab=1`,
      `/carte?i=${classed}&tab=1`,
      `/carte/image.svg?i=${one}`,
      `/carte/image.svg?i=${classed}`,
      `/indices?x=${one}.5`,
      '/ecarts',
      '/implantation',
      '/integrer',
      '/reutiliser',
      '/api',
      `/cadre/carte?i=${classed}`,
      `/cadre/chiffre?i=${one}&t=99001`,
      `/cadre/tableau?i=${classed}&n=commune`,
    ]) {
      const { status, text } = await read('anonymous', path);
      expect([path, status]).toEqual([path, 200]);
      // What was typed only comes between the quotes of a string of data, where nothing closes it.
      for (const markup of [
        '<script>window',
        '<script>top',
        '<script>eval',
        '<img src=x',
        '<svg onload',
        '<iframe src="javascript',
        '<iframe srcdoc',
      ])
        expect([path, markup, outsideData(text).toLowerCase().includes(markup)]).toEqual([
          path,
          markup,
          false,
        ]);
      expect([path, /<\/(script|style|title)>\s*<script>(window|top|eval)/i.test(text)]).toEqual([
        path,
        false,
      ]);
    }
  });
});

/** A page without the strings of its own scripts. */
const outsideData = (html: string): string => html.replace(/<script\b[\s\S]*?<\/script>/g, '');

describe('a table that is shared, whose licence does not let it go', () => {
  it('is shown to everybody with its source, and is in no file', async () => {
    for (const who of ['owner', 'anonymous'] as const) {
      expect((await read(who, '/methode')).text).toContain(OPEN);
      expect((await read(who, '/territoires/99001')).text).toContain(OPEN);
      expect((await read(who, `/carte?i=${shared}`)).text).toContain(OPEN);
      expect((await read(who, `/indices/classement.csv?x=${shared}.5`)).status).toBe(403);
      expect((await read(who, '/territoires/99/diagnostic/communes.csv')).text).not.toContain(`;${OPEN}`);
      expect((await read(who, `/carte/classes/${shared}/commune`)).status).toBe(200);
    }
  });
});
