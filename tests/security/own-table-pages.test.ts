import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { serveClone, type TestSite } from '../support/server.ts';
import { bringTable } from '../support/own-table.ts';

/** The pages and files of a table: for its organisation, and for others once it is shared. */
let site: TestSite;
let [owner, stranger] = ['', ''];
let closed = 0;

const NAME = 'Foyers gardés pour nous';

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
  const account = { email: 'voisin@exemple.fr', name: 'Voisin', password: null };
  const neighbour = await addAccount(db, account, { organisation: other, role: 'administrator' }, now);
  [owner, stranger] = [
    await enter(db, { account: made.account, agent: '' }, now),
    await enter(db, { account: neighbour, agent: '' }, now),
  ];
  closed = await bringTable(db, 'insee;foyers\n99001;5\n99002;6\n00000;7\n', {
    owner: made.organisation,
    description: { name: NAME, shared: false },
  });
});
afterAll(() => site.stop());

async function read(path: string, session?: string) {
  const response = await fetch(site.url + path, {
    headers: session === undefined ? {} : { cookie: `maillage-session=${session}` },
  });
  return { status: response.status, text: await response.text() };
}

it('a table kept to itself is listed, read and downloaded by its organisation alone', async () => {
  const paths = ['', '/chiffres.csv', '/lignes.csv'].map((file) => `/tableaux/${closed}${file}`);
  for (const path of paths) {
    expect([path, (await read(path, owner)).status]).toEqual([path, 200]);
    for (const session of [stranger, undefined]) {
      const { status, text } = await read(path, session);
      expect([path, status, text.includes(NAME)]).toEqual([path, 404, false]);
    }
  }
  expect((await read('/tableaux', owner)).text).toContain(NAME);
  for (const session of [stranger, undefined])
    expect((await read('/tableaux', session)).text).not.toContain(NAME);
});
