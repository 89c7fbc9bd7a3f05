import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Hand } from '../../domain/account/visitor.ts';
import { layoutKey } from '../../domain/places/intake/layout-key.ts';
import type { IntakeField, Mapping } from '../../domain/places/intake/fields.ts';
import { recogniseColumns, type ColumnGuess } from '../../domain/places/intake/recognise.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Database } from '../db/client.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { readTableFile } from '../intake/read-table-file.ts';
import type { TableFile } from '../intake/table-file.ts';
import { importList } from '../places/import-list.ts';
import { keepLayout, readLayout } from '../places/layouts.ts';
import type { ListChoice, PlaceImport } from '../places/lists.ts';
import { checkList, type CheckedList } from './check-list.ts';

/** Where an import stands, from its file to what became of it. */
export type Stage = 'reading' | 'columns' | 'checking' | 'checked' | 'saving' | 'done' | 'failed';

/** Who imports, and on whose behalf: goes with the job to its end. */
export type Importer = Pick<Hand, 'owner' | 'account'>;

/** What an import needs of the server. */
export interface IntakeContext {
  database: Pick<Database, 'query'>;
  territories: () => Promise<Territories>;
  /** Told once the places have changed; settles when readers see it. */
  changed: () => Promise<void>;
  now: () => Date;
  /** Base address of the geocoder; `null` not to ask it. */
  geocoder: string | null;
}

/** A file on its way into a list: read, its columns recognised, its rows checked, then kept; each at the person's word. */
export class IntakeJob {
  readonly token = randomBytes(16).toString('hex');
  readonly file: string;
  readonly list: ListChoice;
  readonly importer: Importer;
  stage: Stage = 'reading';
  /** Of the stage under way, 0 to 1. */
  progress = 0;
  table: TableFile | null = null;
  guesses: ColumnGuess[] = [];
  /** Whether the columns are read as they were the last time this layout came. */
  remembered = false;
  mapping: Mapping = [];
  checked: CheckedList | null = null;
  result: PlaceImport | null = null;
  /** Why it failed, in French. */
  problem: string | null = null;
  /** When it was last looked at, in milliseconds. */
  touched = 0;
  readonly #context: IntakeContext;
  readonly #path: string;
  readonly #stop = new AbortController();
  #sha256 = '';
  /** What is under way; settles whatever happens. */
  under: Promise<void> = Promise.resolve();

  /** `path` is a file of the job's own, in a folder of its own: both go with it. */
  constructor(context: IntakeContext, path: string, file: string, list: ListChoice, importer: Importer) {
    this.#context = context;
    this.importer = importer;
    this.#path = path;
    this.file = file;
    this.list = list;
  }

  /** Reads the file and recognises its columns. */
  read(): void {
    this.#run('reading', async (signal, onprogress) => {
      this.#sha256 = await hashOf(this.#path);
      this.table = await readTableFile(this.#path, { name: this.file, signal, onprogress });
      const { headings, rows } = this.table;
      const territories = await this.#context.territories();
      const postcodes = new Set(territories.all('commune').flatMap((commune) => commune.postcodes));
      this.guesses = recogniseColumns(headings, rows, {
        isPostcode: (code) => postcodes.has(code),
        isCommuneCode: (code) => territories.get('commune', code) !== undefined,
      });
      const kept = await readLayout(this.#context.database, layoutKey(headings));
      this.remembered = kept !== null;
      this.mapping = headings.map((heading, at) => kept?.[heading] ?? this.guesses[at]?.field ?? 'ignored');
      this.stage = 'columns';
    });
  }

  /** Checks the rows, the columns being read so; remembers it for this layout. */
  check(mapping: readonly IntakeField[]): void {
    const { table } = this;
    if (!table || mapping.length !== table.headings.length) return;
    this.mapping = [...mapping];
    this.#run('checking', async (signal, onprogress) => {
      const { database, territories, now, geocoder } = this.#context;
      const hand = { ...this.importer, now: now() };
      await keepLayout(database, layoutKey(table.headings), table.headings, mapping, hand);
      this.checked = await checkList(database, table, mapping, {
        territories: await territories(),
        list: this.list.id,
        now: now(),
        geocoder,
        signal,
        onprogress,
      });
      this.stage = 'checked';
    });
  }

  /** Keeps what was checked. */
  confirm(): void {
    const { checked, table } = this;
    if (!checked || !table || this.stage !== 'checked') return;
    this.#run('saving', async () => {
      const { database, now, changed } = this.#context;
      this.result = await importList(
        database,
        {
          list: this.list,
          file: this.file,
          sha256: this.#sha256,
          rows: checked.rows.flatMap(({ place, contact }) => (place ? [{ place, contact }] : [])),
          rowsRead: table.rows.length,
          refused: checked.changes.refused.length,
        },
        { ...this.importer, now: now() },
      );
      await changed();
      this.stage = 'done';
    });
  }

  /** Back to the columns, to read them otherwise. */
  reconsider(): void {
    if (this.stage === 'checked') this.stage = 'columns';
  }

  /** Stops what is under way and removes the file. */
  async cancel(): Promise<void> {
    this.#stop.abort(new IntakeError('L’import a été annulé.', 'Recommencez quand vous voulez.'));
    await this.under;
    await rm(dirname(this.#path), { recursive: true, force: true });
  }

  #run(stage: Stage, act: (signal: AbortSignal, onprogress: (share: number) => void) => Promise<void>): void {
    this.stage = stage;
    this.progress = 0;
    this.problem = null;
    this.under = act(this.#stop.signal, (share) => (this.progress = share)).catch((cause: unknown) => {
      if (!(cause instanceof IntakeError)) throw cause;
      this.stage = 'failed';
      this.problem = cause.message;
    });
    // An unexpected failure is told to the person, and to the log.
    this.under = this.under.catch((cause: unknown) => {
      this.stage = 'failed';
      this.problem =
        'L’import s’est arrêté pour une raison imprévue. Rien n’a été enregistré. Réessayez ; si cela recommence, signalez-le.';
      process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
    });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
