import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allows, type Member } from '../../src/lib/domain/account/visitor.ts';
import { acceptAsNew } from '../../src/lib/server/accounts/accept.ts';
import { addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { invite } from '../../src/lib/server/accounts/invitations.ts';
import { entrustData, readKeepers } from '../../src/lib/server/accounts/keepers.ts';
import { readSession } from '../../src/lib/server/accounts/sessions.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { readJournal } from '../../src/lib/server/audit/read-journal.ts';
import { END_OF_ROWS, FORMAT } from '../../src/lib/server/backup/backup-lines.ts';
import { restoreBackup } from '../../src/lib/server/backup/restore-backup.ts';
import { readMigrations } from '../../src/lib/server/backup/schema-level.ts';
import { makeSeal } from '../../src/lib/server/backup/seal.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { organisation } from '../../src/lib/server/db/schema/accounts.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
const MIGRATION = '0011_data_keepers';

let base: TestDatabase;

const founded = async () => {
  const made = await found(
    base.db,
    {
      organisation: { name: 'Isère', kind: 'authority' },
      account: { email: 'ada@isere.fr', name: 'Ada', password: null },
    },
    NOW,
  );
  if (!made) throw new Error('founded already');
  return made;
};

async function memberOf(account: string): Promise<Member> {
  const member = await readSession(base.db, await enter(base.db, { account, agent: '' }, NOW), NOW);
  if (!member) throw new Error('no session');
  return member;
}

const mayLoad = async (account: string) => allows(await memberOf(account), 'load-data');

const keepers = async () => (await readKeepers(base.db)).map(({ name }) => name);

describe('the data of an installation', () => {
  beforeAll(async () => {
    base = await openTestDatabase('empty');
  });
  afterAll(() => base.drop());

  it('are kept by the first organisation, not by one that it invites, until whoever runs the machine says otherwise', async () => {
    const { organisation: first, account } = await founded();
    const hand = { now: NOW, owner: first, account };
    const token = await invite(base.db, hand, {
      purpose: 'found',
      email: 'eve@emmaus.fr',
      foundedName: 'Emmaüs',
      foundedKind: 'association',
    });
    const guest = await acceptAsNew(base.db, token, { name: 'Eve', password: null }, NOW);
    if (typeof guest === 'string') throw new Error(guest);
    await addOrganisation(base.db, { name: 'Fondation', kind: 'funder' }, NOW);
    expect(await keepers()).toEqual(['Isère']);
    expect([await mayLoad(account), await mayLoad(guest.account)]).toEqual([true, false]);
    const away = (await memberOf(guest.account)).organisation?.id ?? '';
    expect(await entrustData(base.db, away, true, NOW)).toBe(true);
    expect(await entrustData(base.db, away, true, NOW)).toBe(false);
    expect(await keepers()).toEqual(['Emmaüs', 'Isère']);
    expect(await mayLoad(guest.account)).toBe(true);
    expect(await entrustData(base.db, first, false, NOW)).toBe(true);
    expect([await mayLoad(account), await mayLoad(guest.account)]).toEqual([false, true]);
    expect(await entrustData(base.db, 'aucune', true, NOW)).toBe(false);
    const { entries } = await readJournal(base.db, first, { from: 0, most: 50 });
    expect(
      entries
        .filter(({ action }) => /entrust|withdraw/.test(action))
        .map(({ action, object }) => [action, object]),
    ).toEqual([
      ['data.withdraw', first],
      ['data.entrust', away],
    ]);
  });

  it('are given to an organisation as it is made where that is asked, which every journal says', async () => {
    const made = await addOrganisation(base.db, { name: 'Drôme', kind: 'authority', keepsData: true }, NOW);
    expect(await keepers()).toContain('Drôme');
    const { entries } = await readJournal(base.db, 'une-autre', { from: 0, most: 1 });
    expect(entries).toMatchObject([{ action: 'data.entrust', object: made }]);
  });
});

describe('an installation of before', () => {
  let folder: string;
  const known = readMigrations('drizzle');
  const at = known.findIndex(({ tag }) => tag === MIGRATION);
  const older = [
    ['a', 'Emmaüs', 'association', '2026-03-02 10:00:00+00'],
    ['b', 'Isère', 'authority', '2026-01-02 10:00:00+00'],
    ['c', 'Fondation', 'funder', '2026-01-03 10:00:00+00'],
  ] as const;

  beforeAll(async () => {
    base = await openTestDatabase('empty');
    folder = await mkdtemp(join(tmpdir(), 'before-keepers-'));
    await cp('drizzle', folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: unknown[] };
    await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  });
  afterAll(async () => {
    await base.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('finds its oldest organisation keeping the data', async () => {
    const { db } = base;
    await db.sql`drop schema drizzle cascade`;
    await db.sql`drop schema public cascade`;
    await db.sql`create schema public`;
    await migrate(db, folder);
    for (const [id, name, kind, created] of older)
      await db.sql`insert into organisation (id, name, kind, created_at) values (${id}, ${name}, ${kind}, ${created})`;
    await migrate(db);
    expect(await keepers()).toEqual(['Isère']);
  });

  it('restored from a backup of then, finds it too', async () => {
    const { db } = base;
    await db.sql`delete from organisation`;
    const rows = older.map((row) => `${JSON.stringify(row)}\n`).join('');
    const sha256 = createHash('sha256').update(rows).digest('hex');
    const [header, section, footer] = [
      { maillage: 'backup', format: FORMAT, at: NOW.toISOString(), level: known[at - 1]?.tag },
      {
        table: 'organisation',
        columns: ['id', 'name', 'kind', 'created_at'],
        key: ['id'],
        sequences: {},
      },
      { end: [{ table: 'organisation', rows: older.length, sha256 }] },
    ].map((line) => `${JSON.stringify(line)}\n`);
    const zipped = gzipSync(`${header}${section}${rows}${END_OF_ROWS}${footer}`);
    const seal = makeSeal(createHash('sha256').update(zipped).digest('hex'));
    const path = join(folder, 'before.backup.gz');
    await writeFile(path, Buffer.concat([zipped, seal]));
    await restoreBackup(db, path, { now: NOW });
    expect(await keepers()).toEqual(['Isère']);
    expect(await db.query.$count(organisation)).toBe(older.length);
  });
});
