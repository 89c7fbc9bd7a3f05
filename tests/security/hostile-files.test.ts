import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFiles, packers, seeds, spoil } from '../../src/lib/server/intake/hostile-fixture.ts';
import { zipOf } from '../../src/lib/server/intake/fixture.ts';
import { IntakeError } from '../../src/lib/server/intake/intake-error.ts';
import { READER_HEAP_MB, READER_PATIENCE_MS } from '../../src/lib/server/intake/limits.ts';
import { readInThread } from '../../src/lib/server/intake/read-in-thread.ts';
import { readTableFile } from '../../src/lib/server/intake/read-table-file.ts';
import { startReader } from '../../src/lib/server/intake/start-reader.ts';

/** `npm run test:long` tries them all; every run a share of them. */
const LONG = process.env.MAILLAGE_TEST_SIZE === 'long';
const SPOILT_PER_PARSER = LONG ? 20_000 : 1_000;
const LONGEST_MS = LONG ? 3_600_000 : 120_000;

/** Places at which each good file is cut short. */
const CUTS = 80;

let folder = '';
let reader: Worker;
const delay = monitorEventLoopDelay({ resolution: 5 });
const slowest = { name: '', took: 0 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  reader = startReader(READER_HEAP_MB);
});
afterAll(async () => {
  await reader.terminate();
  await rm(folder, { recursive: true, force: true });
});

type Ending = 'table' | 'refused';

/** How a file ends: anything but a well-formed table or an `IntakeError` in words fails the test. */
async function endOf(name: string, bytes: Buffer): Promise<Ending> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const begun = performance.now();
  // Only while a file is read: making some of these files holds this thread.
  delay.enable();
  try {
    const table = await readInThread(
      reader,
      { path, name, unresolved: '=' },
      { patience: READER_PATIENCE_MS },
    );
    expect(new Set(table.headings).size, name).toBe(table.headings.length);
    expect(table.lines, name).toHaveLength(table.rows.length);
    for (const row of table.rows)
      if (row.length !== table.headings.length) throw new Error(`${name}: ragged`);
    return 'table';
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    expect(error.message, name).toContain('Rien n’a été enregistré.');
    // A reason that nobody foresaw is a hole in the reader, and a thread that died or was cut is worse.
    expect(error.message, name).not.toMatch(/imprévue|mémoire|pas finie/);
    return 'refused';
  } finally {
    delay.disable();
    const took = performance.now() - begun;
    if (took > slowest.took) Object.assign(slowest, { name, took });
  }
}

describe('hostile files', () => {
  it('end as a table or a refusal in words: those written by hand', async () => {
    const files = await hostileFiles();
    expect(files.length).toBeGreaterThanOrEqual(120);
    const ends = new Map<string, Ending>();
    for (const { name, bytes } of files) ends.set(name, await endOf(name, bytes));
    for (const refused of [
      'laughs.xlsx',
      'laughs-strings.xlsx',
      'laughs.ods',
      'external.ods',
      'deep.json',
      'rows.ods',
      'bomb-ratio.ods',
      'columns.csv',
      'value-NaN.json',
    ])
      expect(ends.get(refused), refused).toBe('refused');
    for (const kept of [
      'dimension.xlsx',
      'inner-zip.xlsx',
      'formula.xlsx',
      'ring.geojson',
      'wrong-name-xlsx.pdf',
      'cp1252.csv',
    ])
      expect(ends.get(kept), kept).toBe('table');
  });

  it.each(['csv', 'json', 'geojson', 'xlsx', 'ods'] as const)(
    'end so when spoilt at random: %s',
    async (kind) => {
      const seed = (await seeds())[kind];
      const ends = { table: 0, refused: 0 };
      for (let draw = 0; draw < SPOILT_PER_PARSER; draw++) {
        // Half of the workbooks are spoilt inside their zip, which otherwise refuses nearly all.
        const inner = (kind === 'xlsx' || kind === 'ods') && draw % 2 === 0 ? packers[kind] : null;
        const bytes = inner
          ? await inner.pack(spoil(Buffer.from(inner.text), draw).toString())
          : spoil(seed, draw);
        ends[await endOf(`${kind} ${draw}`, bytes)]++;
      }
      expect(ends.table).toBeGreaterThan(0);
      expect(ends.refused).toBeGreaterThan(0);
    },
    LONGEST_MS,
  );

  it.each(['csv', 'json', 'geojson', 'xlsx', 'ods'] as const)(
    'end so when cut short anywhere: %s',
    async (kind) => {
      const seed = (await seeds())[kind];
      const ends = { table: 0, refused: 0 };
      for (let cut = 0; cut < CUTS; cut++)
        ends[await endOf(`${kind} cut ${cut}`, seed.subarray(0, Math.floor((seed.length * cut) / CUTS)))]++;
      expect(ends.table + ends.refused).toBe(CUTS);
      expect(ends.refused).toBeGreaterThan(0);
    },
    LONGEST_MS,
  );

  it('are refused before they are inflated when they declare too much', async () => {
    const bomb = await zipOf({ 'content.xml': Buffer.alloc(220 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await endOf('bomb.ods', bomb)).toBe('refused');
  });

  it('are read in a thread of their own by the public reader too, heavy ones included', async () => {
    const ring = `[{"a":"x"},${'{"a":"y"},'.repeat(100_000)}{"a":"z"}]`;
    const path = join(folder, 'heavy.json');
    await writeFile(path, ring);
    expect((await readTableFile(path, { name: 'heavy.json' })).rows).toHaveLength(100_002);
  });

  it('left the thread alive and this one free: the figures are told, not judged', async () => {
    expect(await endOf('good.csv', (await seeds()).csv)).toBe('table');
    expect(delay.count).toBeGreaterThan(0);
    const most = Math.round(delay.max / 1e6);
    process.stdout.write(
      `hostile files: slowest ${slowest.name} ${Math.round(slowest.took)} ms; loop ${most} ms at most\n`,
    );
  });
});
