import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../src/lib/domain/indicators/source.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import type { LoadOutcome } from '../../src/lib/server/import/steps/load-outcome.ts';
import { ADAPTERS } from '../../src/lib/server/import/registry.ts';
import { currentVersions } from '../../src/lib/server/queries/versions.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';

let database: TestDatabase;
let files: Files;
let before: string;

/** Everything that readers see, as one text: versions, columns, places, tiles. */
async function whatIsThere(): Promise<string> {
  const { sql } = database.db;
  const versions = (await currentVersions(database.db)).map(({ source, id }) => `${source}:${id}`).sort();
  const columns = await sql`select indicator, level, hash, version from indicator_column order by 1, 2`;
  const places = await sql`select md5(string_agg(p::text, '|' order by id)) as all from place p`;
  const tiles = await sql`select tileset, count(*)::int from tile group by 1`;
  return JSON.stringify({ versions, columns, places, tiles });
}

async function load(source: SourceId): Promise<LoadOutcome | undefined> {
  const outcomes = await loadSources(database.db, files.origin, { only: [source] });
  return outcomes.find((outcome) => outcome.source === source);
}

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  before = await whatIsThere();
});

beforeEach(async () => {
  files = await writeFiles();
  return () => files.remove();
});

afterAll(() => database.drop());

const firstFile = (source: SourceId): string => ADAPTERS[source].files[0] as string;

async function expectRefused(source: SourceId, message: RegExp): Promise<void> {
  const outcome = await load(source);
  expect(outcome?.outcome).toBe('failed');
  const text = outcome?.outcome === 'failed' ? outcome.message : '';
  expect(text).toContain(firstFile(source).replace(/\.zip$/, ''));
  expect(text).toMatch(message);
  expect(text).toContain('Attendu');
  expect(await whatIsThere()).toBe(before);
}

const sources = (Object.keys(ADAPTERS) as SourceId[]).filter(
  (id) => id !== 'cog-2026' && ADAPTERS[id].kind !== 'computed' && !ADAPTERS[id].optional,
);
const tables = sources.filter((id) => firstFile(id).endsWith('.csv'));

describe('a bad file leaves everything that was there, and says why', () => {
  it.each(sources)('%s: missing', async (source) => {
    await rm(files.path(firstFile(source)));
    await expectRefused(source, /introuvable/);
  });

  it.each(sources)('%s: cut in the middle', async (source) => {
    await files.change(firstFile(source), (bytes) => {
      const half = bytes.subarray(0, Math.floor(bytes.length / 2));
      // A text cut exactly at a line's end cannot be told from a shorter one: cut inside a row.
      return firstFile(source).endsWith('.csv') ? half.subarray(0, half.lastIndexOf(0x0a) + 4) : half;
    });
    await expectRefused(source, /tronqué|abîmée|illisible|CSV/);
  });

  it.each(tables)('%s: another encoding', async (source) => {
    await files.change(firstFile(source), (bytes) =>
      Buffer.concat([bytes, Buffer.from([0x0a, 0xe9, 0xe8, 0x0a])]),
    );
    await expectRefused(source, /ligne \d+ : le texte n’est pas en UTF-8/);
  });

  it.each(tables)('%s: a column under another name', async (source) => {
    await files.change(firstFile(source), (bytes) =>
      bytes.toString('utf8').replace(/(code_insee|CODGEO|Code commune|insee_com|\bcode\b)/, 'identifiant'),
    );
    await expectRefused(source, /ligne \d+, colonne « [^»]+ » : cette colonne manque/);
  });

  it('a word where a number stands is refused with its line and column', async () => {
    await files.change('arcep_ftth_communes_2026.csv', (bytes) => {
      const lines = bytes.toString('utf8').split('\n');
      lines[5] = (lines[5] as string).replace(/;[^;]*$/, ';beaucoup');
      return lines.join('\n');
    });
    await expectRefused('fibre-2026', /ligne 6, colonne « fibre_pct » : « beaucoup » n’est pas un nombre/);
  });

  it('a COG that is not JSON refuses the whole load', async () => {
    await files.change('cog/communes.json', (bytes) => bytes.subarray(0, 1000));
    await expect(loadSources(database.db, files.origin)).rejects.toThrow('communes.json');
    expect(await whatIsThere()).toBe(before);
  });

  it('the good sources beside a bad one still load', async () => {
    await files.change('anct_densite.csv', () => 'insee_com,lib_com\n');
    await files.change('rp_2022_commune.csv', (bytes) => bytes.toString('utf8').replace(/\n$/, ''));
    const outcomes = await loadSources(database.db, files.origin, { only: ['rp-2022', 'densite'] });
    expect(outcomes.map(({ source, outcome }) => `${source} ${outcome}`)).toEqual([
      'cog-2026 unchanged',
      'rp-2022 loaded',
      'densite failed',
      // It followed rp-2022 inside its transaction; the former densities still stand.
      'estimation-pauvrete unchanged',
    ]);
    before = await whatIsThere();
  });
});
