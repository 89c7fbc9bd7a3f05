import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { verify } from '../../src/lib/server/import/verify.ts';
import { loadIsNeeded } from '../../src/lib/server/import/needed.ts';
import { currentVersions } from '../../src/lib/server/queries/versions.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';

let database: TestDatabase;
let files: Files;

beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase('demonstration'), writeFiles()]);
});

afterAll(async () => {
  await database.drop();
  await files.remove();
});

const columns = async (): Promise<string> =>
  JSON.stringify(await database.db.sql`select indicator, level, hash from indicator_column order by 1, 2`);

const figuresInUse = () =>
  database.db.sql`select indicator, level, hash, version from indicator_column order by 1, 2`;

it('the same files change nothing', async () => {
  const before = await columns();
  const outcomes = await loadSources(database.db, files.origin);
  const loaded = await currentVersions(database.db);
  expect(loaded.length).toBeGreaterThan(16);
  expect(outcomes.filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(loaded.length);
  // Optional sources whose file the demonstration does not have.
  expect(outcomes.every(({ outcome }) => outcome === 'unchanged' || outcome === 'absent')).toBe(true);
  expect(await columns()).toBe(before);
  expect(await loadIsNeeded(database.db, files.origin)).toBe(false);
});

it('the same rows in another order give the same figures, under a new version', async () => {
  const before = await columns();
  await files.change('cc_filosofi_2021_COM.csv', (bytes) => {
    const [header, ...rows] = bytes.toString('utf8').trimEnd().split('\n');
    return `${[header, ...rows.reverse()].join('\n')}\n`;
  });
  const outcomes = await loadSources(database.db, files.origin, { only: ['filosofi-2021'] });
  // The estimate followed inside the transaction of its input: at its own turn nothing is left to do.
  expect(outcomes.map(({ source, outcome }) => [source, outcome])).toEqual([
    ['cog-2026', 'unchanged'],
    ['filosofi-2021', 'loaded'],
    ['estimation-pauvrete', 'unchanged'],
  ]);
  expect(await columns()).toBe(before);
});

it('a new figure in an input is a new estimate, in one step', async () => {
  const estimates = async (): Promise<string> =>
    JSON.stringify(
      await database.db
        .sql`select hash from indicator_column where indicator = 'taux-de-pauvrete-estime' order by level`,
    );
  const before = await estimates();
  await files.change('cc_filosofi_2021_COM.csv', (bytes) =>
    bytes
      .toString('utf8')
      .replace(
        /^(\d[^;]*;\d+;\d+;)(\d+)/gm,
        (_, head: string, median: string) => head + (Number(median) + (Number(median) % 70) * 10),
      ),
  );
  await loadSources(database.db, files.origin, { only: ['filosofi-2021'] });
  expect(await estimates()).not.toBe(before);
});

it('two imports at once: the second waits, then finds nothing to do', async () => {
  await files.change('rp_2022_commune.csv', (bytes) => `${bytes.toString('utf8').trimEnd()}\n\n`);
  const both = await Promise.all(
    [1, 2].map(() => loadSources(database.db, files.origin, { only: ['rp-2022'] })),
  );
  expect(both.map((outcomes) => outcomes[1]?.outcome).sort()).toEqual(['loaded', 'unchanged']);
});

it('new territories replace everything in one go', async () => {
  const [old] = await database.db.sql`select hash from tileset`;
  const figures = await figuresInUse();
  await files.change('cog/communes.json', (bytes) => {
    const rows = JSON.parse(bytes.toString('utf8')) as { nom: string; type: string }[];
    const first = rows.find(({ type }) => type === 'commune-actuelle');
    if (first) first.nom = 'Nouveau-Nom';
    return JSON.stringify(rows);
  });
  const outcomes = await loadSources(database.db, files.origin);
  expect(outcomes.every(({ outcome }) => outcome === 'loaded' || outcome === 'absent')).toBe(true);
  expect(await database.db.sql`select 1 from territory where name = 'Nouveau-Nom'`).toHaveLength(1);
  const [now] = await database.db.sql`select hash from tileset`;
  expect(now?.hash).not.toBe(old?.hash);
  // What stood in the former order can still be cited, in that order.
  const former = await database.db.sql`
    select indicator, level, hash, version from former_column where version in ${database.db.sql(
      figures.map(({ version }) => version as number),
    )} order by 1, 2`;
  expect([...former]).toEqual([...figures]);
});

it('what is loaded verifies against itself', async () => {
  const checks = await verify(database.db, files.origin);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
