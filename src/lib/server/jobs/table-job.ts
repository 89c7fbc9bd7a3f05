import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { TableDescription } from '../../domain/tables/description.ts';
import { guessFigures } from '../../domain/tables/guess-figures.ts';
import { joiningTable, type JoinedTable } from '../../domain/tables/join-table.ts';
import type { FigureColumn, TableReading } from '../../domain/tables/reading.ts';
import { recogniseKey, type KeyGuess } from '../../domain/tables/recognise-key.ts';
import { rememberedReading } from '../../domain/tables/remembered.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import { formatNumber } from '../../format/number.ts';
import { tableaux } from '../../messages/tableaux.ts';
import type { Database } from '../db/client.ts';
import { readKeySources } from '../import/key-sources.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { readTableFile } from '../intake/read-table-file.ts';
import type { TableFile } from '../intake/table-file.ts';
import { inSlices } from '../queries/in-slices.ts';
import type { OwnTable } from '../queries/own-tables.ts';
import { keepTable, territoriesVersion } from '../tables/keep-table.ts';
import type { Importer } from './intake-job.ts';

/** Where the bringing of a table stands, from its file to what became of it. */
export type TableStage = 'reading' | 'columns' | 'joining' | 'joined' | 'saving' | 'done' | 'failed';

/** What bringing a table needs of the server. */
export interface TableContext {
  database: Pick<Database, 'query'>;
  territories: () => Promise<Territories>;
  /** Told once there are new figures; settles when readers see them. */
  changed: () => Promise<void>;
  now: () => Date;
}

/** Columns that a table may have: beyond, nobody chooses among them in a page. */
const MOST_COLUMNS = 200;

const words = tableaux.import;

/** A file on its way to being a table of figures: read, its columns recognised, its rows joined, then kept. */
export class TableJob {
  readonly token = randomBytes(16).toString('hex');
  readonly file: string;
  readonly importer: Importer;
  /** The table that it takes the place of; `null` for a new one. */
  readonly replaces: OwnTable | null;
  stage: TableStage = 'reading';
  /** Of the stage under way, 0 to 1. */
  progress = 0;
  table: TableFile | null = null;
  guess: KeyGuess | null = null;
  guesses: (FigureColumn | null)[] = [];
  /** How the columns are to be read, as last said. */
  reading: TableReading | null = null;
  joined: JoinedTable | null = null;
  /** What was last typed of the table. */
  description: TableDescription | null = null;
  /** The table once kept. */
  kept: number | null = null;
  /** Why it failed, in French. */
  problem: string | null = null;
  touched = 0;
  /** What is under way; settles whatever happens. */
  under: Promise<void> = Promise.resolve();
  readonly #context: TableContext;
  readonly #path: string;
  readonly #stop = new AbortController();
  #sha256 = '';
  #territoriesVersion: number | null = null;

  /** `path` is a file of the job’s own, in a folder of its own: both go with it. */
  constructor(
    context: TableContext,
    path: string,
    file: string,
    replaces: OwnTable | null,
    importer: Importer,
  ) {
    this.#context = context;
    this.#path = path;
    this.file = file;
    this.replaces = replaces;
    this.importer = importer;
  }

  /** Reads the file and recognises its columns. */
  read(): void {
    this.#run('reading', async (signal, onprogress) => {
      this.#sha256 = await hashOf(this.#path);
      const table = await readTableFile(this.#path, {
        name: this.file,
        unresolved: tableaux.reading.unresolved,
        signal,
        onprogress,
      });
      if (table.headings.length > MOST_COLUMNS)
        throw IntakeError.from(words.tooWide(formatNumber(MOST_COLUMNS)));
      const { headings, rows } = table;
      const [guess = null] = recogniseKey(headings, rows, await this.#context.territories());
      this.table = table;
      this.guess = guess;
      this.guesses = guessFigures(headings, rows, guess?.columns ?? null);
      this.reading = this.replaces ? rememberedReading(headings, this.replaces.reading) : null;
      this.stage = 'columns';
    });
  }

  /** Joins the rows, the columns being read so. */
  join(reading: TableReading): void {
    const { table } = this;
    if (!table || (this.stage !== 'columns' && this.stage !== 'joined')) return;
    this.reading = reading;
    this.#run('joining', async (signal, onprogress) => {
      const { query } = this.#context.database;
      this.#territoriesVersion = await territoriesVersion(query);
      const territories = await this.#context.territories();
      const sources = await readKeySources(query, table, reading, territories);
      this.joined = await inSlices(joiningTable(table, reading, territories, sources), {
        onstep: onprogress,
        signal,
      });
      this.stage = 'joined';
    });
  }

  /** Keeps what was joined, described so. */
  keep(description: TableDescription): void {
    const { joined, table, reading } = this;
    if (!joined || !table || !reading || this.stage !== 'joined') return;
    this.description = description;
    this.#run('saving', async () => {
      const { database, now, changed } = this.#context;
      const kept = await keepTable(
        database,
        {
          replaces: this.replaces?.id ?? null,
          description,
          file: this.file,
          sha256: this.#sha256,
          rows: table,
          reading,
          joined,
          territoriesVersion: this.#territoriesVersion,
        },
        { ...this.importer, now: now() },
      );
      if ('refused' in kept) throw IntakeError.from(kept.refused === 'moved' ? words.moved : words.notYours);
      await changed();
      this.kept = kept.id;
      // Whoever looks again is sent to the table: the rows are held no more.
      this.table = null;
      this.joined = null;
      await this.#forgetFile();
      this.stage = 'done';
    });
  }

  /** Back to the columns, to read them otherwise. */
  reconsider(): void {
    if (this.stage === 'joined') this.stage = 'columns';
  }

  /** Stops what is under way and removes the file. */
  async cancel(): Promise<void> {
    this.#stop.abort(new IntakeError(words.stopped, words.stoppedAdvice));
    await this.under;
    await this.#forgetFile();
  }

  #forgetFile(): Promise<void> {
    return rm(dirname(this.#path), { recursive: true, force: true });
  }

  #run(
    stage: TableStage,
    act: (signal: AbortSignal, onprogress: (share: number) => void) => Promise<void>,
  ): void {
    this.stage = stage;
    this.progress = 0;
    this.problem = null;
    this.under = act(this.#stop.signal, (share) => (this.progress = share)).catch((cause: unknown) => {
      this.stage = 'failed';
      this.problem = cause instanceof IntakeError ? cause.message : words.unforeseen;
      // An unexpected failure is told to the log too.
      if (!(cause instanceof IntakeError))
        process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
    });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
