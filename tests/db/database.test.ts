import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([openTestDatabase(), openTestDatabase()]);
});

afterAll(async () => {
  await first.drop();
  await second.drop();
});

test('each test file works on a database of its own', async () => {
  await first.db.sql`create table only_here (n integer)`;
  const found = await second.db.sql`select 1 from information_schema.tables where table_name = 'only_here'`;
  expect(found).toHaveLength(0);
});

test('text is UTF-8 and sorts by code point, whatever the machine speaks', async () => {
  const rows = await first.db.sql`
    select word from (values ('Évry'), ('Zuydcoote'), ('Abbeville')) as words (word) order by word`;
  expect(rows.map((row) => String(row.word))).toEqual(['Abbeville', 'Zuydcoote', 'Évry']);
});
