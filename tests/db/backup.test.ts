import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { signIn } from '../../src/lib/server/accounts/sign-in.ts';
import { allTables, keptTables, LEFT_OUT, referencesOf } from '../../src/lib/server/backup/kept-tables.ts';
import { verifyBackup } from '../../src/lib/server/backup/read-backup.ts';
import { restoreBackup } from '../../src/lib/server/backup/restore-backup.ts';
import { writeBackup } from '../../src/lib/server/backup/write-backup.ts';
import { account, membership, organisation, session } from '../../src/lib/server/db/schema/accounts.ts';
import { placeEdition, placeRecord } from '../../src/lib/server/db/schema/places.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { createPlace } from '../../src/lib/server/places/by-hand.ts';
import { blankPlace } from '../../src/lib/domain/places/place.ts';
import { readPlaces } from '../../src/lib/server/queries/places/places.ts';
import { dataRevision } from '../../src/lib/server/queries/versions.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles } from '../support/files.ts';
import { AWKWARD, PASSWORD, peopleDatabase } from '../support/peopled.ts';

vi.setConfig({ testTimeout: 180_000 });

/** `npm run test:long` restores twenty times (quality A5). */
const TIMES = process.env.MAILLAGE_TEST_SIZE === 'long' ? 20 : 3;

const now = new Date('2026-11-26T02:45:00Z');
let folder = '';
let from: TestDatabase;
let to: TestDatabase;
let names = 0;
const fresh = () => join(folder, `${names++}.backup.gz`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  from = await openTestDatabase('empty');
  await peopleDatabase(from.db);
});
afterAll(async () => {
  await from.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  to = await openTestDatabase('empty');
});
afterEach(() => to.drop());

/** The rows of a database, by table; the journal apart, in which a backup and a restore are written themselves. */
async function tallies(database: TestDatabase) {
  const { tables } = await writeBackup(database.db, fresh(), { now });
  return tables.filter(({ table }) => table !== 'audit_entry');
}

const saved = async () => {
  const path = fresh();
  await writeBackup(from.db, path, { now });
  return path;
};

describe('what a backup keeps', () => {
  it('is every table but those declared as loaded, made again or passing', async () => {
    const names = allTables().map((table) => getTableConfig(table).name);
    const standing = await to.db.sql<{ name: string }[]>`
      select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
    expect([...names].sort(), 'a module of the schema is missing in db/client.ts').toEqual(
      standing.map(({ name }) => name).sort(),
    );
    for (const left of Object.keys(LEFT_OUT)) expect(names).toContain(left);
    const kept = keptTables().map(({ name }) => name);
    expect([...kept, ...Object.keys(LEFT_OUT)].sort()).toEqual([...names].sort());
    expect(kept).toEqual(expect.arrayContaining(['account', 'place_record', 'audit_entry', 'place_contact']));
  });

  it('stands by itself: no row refers to one that is left out, nor is held by one', () => {
    for (const table of allTables()) {
      const { name, foreignKeys } = getTableConfig(table);
      const left = name in LEFT_OUT;
      if (!left)
        for (const other of referencesOf(table))
          expect(LEFT_OUT, `${name} refers to ${other}`).not.toHaveProperty(other);
      for (const key of left ? foreignKeys : []) {
        const other = getTableConfig(key.reference().foreignTable).name;
        if (!(other in LEFT_OUT))
          expect(['cascade', 'set null'], `${name} holds ${other}`).toContain(key.onDelete);
      }
    }
    for (const { name, key } of keptTables()) expect(key.length, `${name} has a key`).toBeGreaterThan(0);
  });

  it('is filled by the test, table by table', async () => {
    const { tables } = await verifyBackup(await saved());
    for (const { table, rows } of tables) expect(rows, table).toBeGreaterThan(0);
  });
});

describe('a file', () => {
  it('is its owner’s alone, says what it holds, and takes the place of no other', async () => {
    const path = fresh();
    const written = await writeBackup(from.db, path, { now });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await verifyBackup(path)).toEqual(written);
    expect(written).toMatchObject({ format: 1, at: now.toISOString(), bytes: (await stat(path)).size });
    const before = await readFile(path);
    await expect(writeBackup(from.db, path, { now })).rejects.toThrow('existe déjà');
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('leaves nothing where it cannot be written', async () => {
    await expect(writeBackup(from.db, join(folder, 'nowhere', 'x.gz'), { now })).rejects.toThrow(
      'introuvable',
    );
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    let going = true;
    const writer = (async () => {
      for (let at = 0; going; at++)
        await to.db.query.transaction(async (tx) => {
          const id = `n${at}`;
          await tx.insert(organisation).values({ id, name: id, kind: 'funder', createdAt: now });
          await tx.insert(account).values({ id, email: id, name: id, password: null, createdAt: now });
          await tx.insert(membership).values({ account: id, organisation: id, role: 'reader', since: now });
        });
    })();
    for (let at = 0; at < 5; at++) {
      const { tables } = await writeBackup(to.db, fresh(), { now });
      const rows = Object.fromEntries(tables.map((one) => [one.table, one.rows]));
      expect(rows.membership).toBe(rows.account);
      expect(rows.membership).toBe(rows.organisation);
    }
    going = false;
    await writer;
  });
});

describe('a restore', () => {
  it(`gives identical rows, ${TIMES} times, and they work`, async () => {
    const path = await saved();
    const expected = await tallies(from);
    for (let time = 0; time < TIMES; time++) {
      await restoreBackup(to.db, path, { now, replace: time > 0 });
      expect(await tallies(to)).toEqual(expected);
    }
    const [ada] = (await to.db.query.select().from(account)).filter(({ email }) => email === 'ada@ville.fr');
    expect(ada?.name).toBe(AWKWARD);
    expect(await to.db.query.select().from(session)).toEqual([]);
    const right = { email: 'ada@ville.fr', password: PASSWORD };
    const entered = await signIn(to.db, right, { address: '203.0.113.1', agent: '' }, now);
    expect(entered.outcome).toBe('in');
    const acts = (await to.db.query.select().from(auditEntry)).map(({ action }) => action);
    expect(acts).toEqual(expect.arrayContaining(['organisation.create', 'data.restore', 'data.backup']));
  });

  it('makes the places again, tells readers, and goes on numbering', async () => {
    const path = await saved();
    const before = await dataRevision(to.db);
    await restoreBackup(to.db, path, { now });
    expect((await dataRevision(to.db)).changes).toBeGreaterThan(before.changes);
    const places = await readPlaces(to.db);
    expect(places.map(({ name }) => name)).toEqual(expect.arrayContaining([`Bus ${AWKWARD}`, 'Lieu a']));
    await createPlace(to.db, blankPlace('', 'Après'), { now, owner: null, account: null });
    expect(await readPlaces(to.db)).toHaveLength(places.length + 1);
  });

  it('leaves what is loaded where it is', async () => {
    const loaded = await openTestDatabase('demonstration');
    const national = await readPlaces(loaded.db);
    const { loads } = await dataRevision(loaded.db);
    await restoreBackup(loaded.db, await saved(), { now });
    expect((await dataRevision(loaded.db)).loads).toBe(loads);
    const ids = new Set((await readPlaces(loaded.db)).map(({ id }) => id));
    expect(national.every(({ id }) => ids.has(id))).toBe(true);
    expect(ids.has('a')).toBe(true);
    expect(ids.has('fs-ailleurs'), 'a national record is loaded, not restored').toBe(false);
    await loaded.drop();
  });

  it('may come before the data: what people made outlives the loading of the territories', async () => {
    const files = await writeFiles();
    await restoreBackup(to.db, await saved(), { now });
    await loadSources(to.db, files.origin, { only: ['cog-2026'] });
    const records = (await to.db.query.select().from(placeRecord)).map(({ source, id }) => `${source}/${id}`);
    expect(records).toEqual(expect.arrayContaining(['liste-1/a', 'liste-1/b', 'liste-1/c']));
    expect(await tallies(to)).toEqual(await tallies(from));
    await files.remove();
  });

  it('takes rows of megabytes, and more of them than it holds at once', async () => {
    const large = await openTestDatabase('empty');
    const places = Buffer.alloc(2_000_000, 'xyz');
    await large.db.query
      .insert(placeEdition)
      .values([1, 2, 3].map(() => ({ at: now, editions: {}, places })));
    await large.db.sql`
      insert into geocode select 'RUE ' || n, n / 7.0, null, 0.5, now() from generate_series(1, 5000) n`;
    const path = fresh();
    const { tables } = await writeBackup(large.db, path, { now });
    expect(tables.find(({ table }) => table === 'geocode')?.rows).toBe(5000);
    await restoreBackup(to.db, path, { now });
    expect(await tallies(to)).toEqual(await tallies(large));
    await large.drop();
  });

  it('replaces what people made only when asked to, and says what is there', async () => {
    await to.db.query.insert(organisation).values({ id: 'o', name: 'Autre', kind: 'funder', createdAt: now });
    const path = await saved();
    await expect(restoreBackup(to.db, path, { now })).rejects.toThrow(/\(organisation\).*--replace/s);
    expect((await to.db.query.select().from(organisation)).map(({ id }) => id)).toEqual(['o']);
    await restoreBackup(to.db, path, { now, replace: true });
    expect(await tallies(to)).toEqual(await tallies(from));
  });

  it('waits for a write under way, then is whole', async () => {
    const path = await saved();
    let restored: Promise<unknown> = Promise.resolve();
    await to.db.query.transaction(async (tx) => {
      await tx.insert(organisation).values({ id: 'late', name: 'Tard', kind: 'funder', createdAt: now });
      restored = restoreBackup(to.db, path, { now, replace: true });
      await expect
        .poll(async () => (await to.db.sql`select 1 from pg_locks where not granted`).length)
        .toBeGreaterThan(0);
    });
    await restored;
    expect(await tallies(to)).toEqual(await tallies(from));
  });
});

describe('another level of the schema', () => {
  let newer = '';

  beforeAll(async () => {
    newer = join(folder, 'newer');
    await cp('drizzle', newer, { recursive: true });
    const journal = JSON.parse(await readFile(join(newer, 'meta/_journal.json'), 'utf8')) as {
      entries: { idx: number; when: number; tag: string }[];
    };
    const last = journal.entries.at(-1);
    journal.entries.push({
      ...last,
      idx: journal.entries.length,
      when: (last?.when ?? 0) + 1000,
      tag: '9999_later',
    });
    await writeFile(join(newer, 'meta/_journal.json'), JSON.stringify(journal));
    await writeFile(
      join(newer, '9999_later.sql'),
      [
        'CREATE TABLE "later" ("organisation" text NOT NULL REFERENCES "public"."organisation"("id"), "note" text)',
        'INSERT INTO "later" SELECT "id", \'vu\' FROM "organisation"',
        'UPDATE "organisation" SET "name" = "name" || \' (plus tard)\'',
        'ALTER TABLE "account" ADD COLUMN "language" text DEFAULT \'fr\' NOT NULL',
      ].join(';--> statement-breakpoint\n'),
    );
  });

  it('an older backup goes through the migrations made since', async () => {
    const path = await saved();
    await migrate(to.db, newer);
    await restoreBackup(to.db, path, { now, migrations: newer });
    const named = (await to.db.query.select().from(organisation)).map(({ name }) => name).sort();
    expect(named).toEqual(['Emmaüs (plus tard)', 'Ville de Grenoble (plus tard)']);
    const rest = (all: { table: string }[]) => all.filter(({ table }) => table !== 'organisation');
    const { tables } = await writeBackup(to.db, fresh(), { now, migrations: newer });
    expect(rest(tables).filter(({ table }) => table !== 'audit_entry')).toEqual(rest(await tallies(from)));
    expect(await to.db.sql`select nspname from pg_namespace where nspname like 'restore%'`).toHaveLength(0);
  });

  it('a newer backup, or a newer database, is refused in a sentence', async () => {
    await migrate(to.db, newer);
    const path = fresh();
    await writeBackup(to.db, path, { now, migrations: newer });
    await expect(restoreBackup(from.db, path, { now, replace: true })).rejects.toThrow(
      /plus récente.*9999_later/s,
    );
    await expect(writeBackup(to.db, fresh(), { now })).rejects.toThrow('plus récente');
    await expect(restoreBackup(to.db, await saved(), { now })).rejects.toThrow('plus récente');
  });
});
