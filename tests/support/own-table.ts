import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableDescription } from '../../src/lib/domain/tables/description.ts';
import type { FigureColumn, TableReading } from '../../src/lib/domain/tables/reading.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { TableJob, type TableStage } from '../../src/lib/server/jobs/table-job.ts';
import type { OwnTable } from '../../src/lib/server/queries/own-tables.ts';
import { readTerritories } from '../../src/lib/server/queries/territories.ts';

/** What a person says of a table in tests. */
export const DESCRIBED: TableDescription = {
  name: 'Foyers aidés',
  producer: 'Département de démonstration',
  year: '2024',
  edition: '',
  page: '',
  licence: 'licence-ouverte',
  shared: true,
};

const now = new Date('2026-11-26T06:00:00Z');

/** Opens a file as a person would send it, and waits until it is read. */
export async function openTable(
  database: Pick<Database, 'query'>,
  content: string | Buffer,
  {
    file = 'tableau.csv',
    owner = null,
    replaces = null,
  }: { file?: string; owner?: string | null; replaces?: OwnTable | null } = {},
): Promise<TableJob> {
  const path = join(await mkdtemp(join(tmpdir(), 'own-table-')), 'fichier');
  await writeFile(path, content);
  const context = {
    database,
    territories: () => readTerritories(database),
    changed: () => Promise.resolve(),
    now: () => now,
  };
  const job = new TableJob(context, path, file, replaces, { owner, account: null });
  job.read();
  await reach(job, 'columns');
  return job;
}

/** How a file is read where nobody corrects anything; `changes` is what somebody corrects. */
export function readingOf(
  { table, guess, guesses, reading }: TableJob,
  changes: Partial<TableReading> = {},
): TableReading {
  if (!table || !guess) throw new Error('nothing was recognised');
  const { key, columns, level, within } = guess;
  return {
    key,
    columns,
    level,
    within,
    mainHeading: table.headings[columns.main] ?? '',
    secondHeading: columns.second === null ? null : (table.headings[columns.second] ?? null),
    duplicates: 'refuse',
    figures: guesses.filter((one): one is FigureColumn => one !== null),
    ...reading,
    ...changes,
  };
}

/** Waits until a job came to a stage; throws what it says when it failed. */
export async function reach(job: TableJob, stage: TableStage): Promise<void> {
  await job.under;
  if (job.stage !== stage) throw new Error(`${job.stage}: ${job.problem}`);
}

/** Brings a file all the way in; gives the number of its table. */
export async function bringTable(
  database: Pick<Database, 'query'>,
  content: string | Buffer,
  options: Parameters<typeof openTable>[2] & {
    description?: Partial<TableDescription>;
    reading?: Partial<TableReading>;
  } = {},
): Promise<number> {
  const job = await openTable(database, content, options);
  job.join(readingOf(job, options.reading));
  await reach(job, 'joined');
  job.keep({ ...DESCRIBED, ...options.description });
  await reach(job, 'done');
  await job.cancel();
  if (job.kept === null) throw new Error('no table was kept');
  return job.kept;
}
