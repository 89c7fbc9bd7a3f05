import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { strategyPartner } from '../../src/lib/server/db/schema/strategies.ts';
import { writeDemonstrationStrategy } from '../support/demonstration-strategy.ts';
import { serveClone, type TestSite } from '../support/server.ts';

/** The portfolio gathers strategies: the one place where those of others could be added to one’s own. */
let site: TestSite;
let accounts: Record<'owner' | 'partner' | 'stranger' | 'nobody', string>;
let strategy: string;

const MARK = ' très secrète';
/** What only who reads the strategy may be sent: its names, and money that nobody else has. */
const SECRETS = [MARK, '21172', '12345', '12 345', '12\u202f345'];
const PAGES = ['/portefeuille', '/portefeuille/territoires.csv', '/portefeuille/communes.csv'];

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
  const funder = await addOrganisation(db, { name: 'Fondation', kind: 'funder' }, now);
  const other = await addOrganisation(db, { name: 'Ailleurs', kind: 'authority' }, now);
  const add = (name: string, organisation: string | null) =>
    addAccount(
      db,
      { email: `${name}@exemple.fr`, name, password: null },
      { organisation, role: 'reader' },
      now,
    );
  accounts = {
    owner: made.account,
    partner: await add('financeuse', funder),
    stranger: await add('voisin', other),
    nobody: await add('seule', null),
  };
  const written = await writeDemonstrationStrategy(
    db,
    { now, owner: made.organisation, account: made.account },
    MARK,
  );
  strategy = written.id;
  await writeDemonstrationStrategy(db, { now, owner: other, account: accounts.stranger }, ' d’ailleurs');
  await db.query
    .insert(strategyPartner)
    .values({ strategy, organisation: funder, standing: 'reader', since: now });
});

afterAll(() => site.stop());

async function read(
  who: keyof typeof accounts | null,
  path: string,
): Promise<{ status: number; text: string }> {
  const cookie =
    who === null
      ? ''
      : `maillage-session=${await enter(site.database.db, { account: accounts[who], agent: '' }, new Date())}`;
  const response = await fetch(site.url + path, {
    redirect: 'manual',
    headers: { cookie, accept: 'text/html,*/*' },
  });
  if (who !== null) expect(response.headers.get('cache-control')).toContain('no-store');
  return { status: response.status, text: await response.text() };
}

describe.each(PAGES)('%s', (path) => {
  it.each(['owner', 'partner'] as const)('shows the strategy to its %s', async (who) => {
    const { status, text } = await read(who, path);
    expect(status).toBe(200);
    expect(text).toMatch(/12[\u202f ]?345|21172/);
    expect(text).not.toContain('d’ailleurs');
  });

  it.each(['stranger', 'nobody', null] as const)(
    'shows nothing of it to %s, whatever is asked',
    async (who) => {
      for (const query of [
        '',
        `?financeur=${encodeURIComponent(`Caisse${MARK}`)}`,
        `?territoire=${strategy}`,
      ]) {
        const { status, text } = await read(who, path + query);
        expect(status).toBe(who === null ? 303 : 200);
        // What was asked for is said again, and nothing more.
        const shown = text.replaceAll(`Caisse${MARK}`, '');
        const own = who === 'stranger' ? SECRETS.slice(0, 1) : SECRETS;
        for (const secret of own) expect(shown).not.toContain(secret);
      }
    },
  );
});

it('the actions of a strategy are not there for another organisation', async () => {
  for (const view of ['', '?vue=frise', '?vue=carte', '?vue=porteurs', '?vue=financeurs']) {
    const { status, text } = await read('stranger', `/strategies/${strategy}/actions${view}`);
    expect(status).toBe(404);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect((await read('partner', `/strategies/${strategy}/actions${view}`)).status).toBe(200);
  }
});
