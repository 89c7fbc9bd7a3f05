import { afterAll, beforeAll, expect, it } from 'vitest';
import { IDLE_MS, JOURNAL_MS, LIFE_MS } from '../../src/lib/domain/account/session-life.ts';
import { addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { BY_ACCOUNT, takeTry } from '../../src/lib/server/accounts/limits.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { readJournal } from '../../src/lib/server/audit/read-journal.ts';
import { rateLimit, session } from '../../src/lib/server/db/schema/accounts.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { placeContact } from '../../src/lib/server/db/schema/lists.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { forgetWhatIsOver } from '../../src/lib/server/upkeep/forget-what-is-over.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';
import { peopleDatabase } from '../support/peopled.ts';

let database: TestDatabase;
let files: Files;
let own = { account: '', organisation: '' };

beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase('empty'), writeFiles()]);
  own = await peopleDatabase(database.db);
});
afterAll(async () => {
  await database.drop();
  await files.remove();
});

const shown = async (organisation: string) =>
  (await readJournal(database.db, organisation, { from: 0, most: 1000 })).entries;

it('shows every organisation what the command line does to what all of them read, and nothing else of others', async () => {
  await loadSources(database.db, files.origin, { only: ['cog-2026', 'rp-2022'] });
  const other = await addOrganisation(
    database.db,
    { name: 'Autre', kind: 'funder' },
    new Date('2026-11-25T12:00:00Z'),
  );
  const told = (await shown(other)).map(({ action, account, object }) => ({ action, account, object }));
  expect(told).toEqual(
    expect.arrayContaining([
      { action: 'data.load', account: null, object: expect.stringMatching(/^cog-2026\/\d+$/) as string },
      { action: 'data.load', account: null, object: expect.stringMatching(/^rp-2022\/\d+$/) as string },
      { action: 'data.travel', account: null, object: 'matrix' },
    ]),
  );
  expect(told.every(({ action }) => action.startsWith('data.'))).toBe(true);
  const seen = (await shown(own.organisation)).map(({ action }) => action);
  expect(seen).toEqual(expect.arrayContaining(['data.load', 'list.import', 'organisation.create']));
  await loadSources(database.db, files.origin, { only: ['cog-2026', 'rp-2022'] });
  expect((await shown(other)).length, 'a load that changes nothing is no write').toBe(told.length);
});

it('what is over is forgotten, what is not stays', async () => {
  const now = new Date('2026-11-26T00:00:00Z');
  const { query } = database.db;
  await query.delete(session);
  const open = (at: number) =>
    enter(database.db, { account: own.account, agent: '' }, new Date(now.getTime() - at));
  await open(0);
  await open(IDLE_MS + 1);
  await open(LIFE_MS + 1);
  await takeTry(database.db, [{ limit: BY_ACCOUNT, who: 'then' }], new Date(now.getTime() - BY_ACCOUNT.ms));
  await takeTry(database.db, [{ limit: BY_ACCOUNT, who: 'now' }], now);
  const old = { at: new Date(now.getTime() - JOURNAL_MS - 1), action: 'place.create', account: null };
  await query.insert(auditEntry).values(old);
  const kept = (await query.select().from(placeContact)).length;
  const acts = (await query.select().from(auditEntry)).length;
  await forgetWhatIsOver(database.db, now);
  expect(await query.select().from(session)).toHaveLength(1);
  expect(await query.select().from(rateLimit)).toHaveLength(1);
  expect(await query.select().from(placeContact)).toHaveLength(kept);
  expect(await query.select().from(auditEntry)).toHaveLength(acts - 1);
  await forgetWhatIsOver(database.db, new Date('2030-01-01T00:00:00Z'));
  expect(await query.select().from(placeContact)).toEqual([]);
  expect(await query.select().from(session)).toEqual([]);
});
