import type { TableDescription } from '../../domain/tables/description.ts';
import { guessFigures } from '../../domain/tables/figures/guess-figures.ts';
import { joiningTable, type JoinedTable } from '../../domain/tables/join/join-table.ts';
import type { FigureColumn, TableReading } from '../../domain/tables/reading.ts';
import { recogniseKey, type KeyGuess } from '../../domain/tables/keys/recognise-key.ts';
import { rememberedReading } from '../../domain/tables/remembered.ts';
import { formatNumber } from '../../format/number.ts';
import { tableaux } from '../../messages/tableaux.ts';
import { readKeySources } from '../import/key-sources.ts';
import { IntakeError } from '../intake/intake-error.ts';
import type { TableFile } from '../intake/table-file.ts';
import { inSlices } from '../queries/in-slices.ts';
import type { OwnTable } from '../queries/own-tables.ts';
import { keepTable, territoriesVersion } from '../tables/keep-table.ts';
import { FileJob, type FileStage, type Importer, type JobContext } from './file-job.ts';

/** Where the bringing of a table stands, from its file to what became of it. */
export type TableStage = FileStage | 'joining' | 'joined';

/** Columns that a table may have: beyond, nobody chooses among them in a page. */
const MOST_COLUMNS = 200;

const words = tableaux.import;

/** A file on its way to being a table of figures: read, its columns recognised, its rows joined, then kept. */
export class TableJob extends FileJob<'joining' | 'joined'> {
  /** The table that it takes the place of; `null` for a new one. */
  readonly replaces: OwnTable | null;
  guess: KeyGuess | null = null;
  guesses: (FigureColumn | null)[] = [];
  /** How the columns are to be read, as last said. */
  reading: TableReading | null = null;
  joined: JoinedTable | null = null;
  /** How the columns were read when the rows were joined: figures go with that, whatever was typed since. */
  joinedAs: TableReading | null = null;
  /** What was last typed of the table. */
  description: TableDescription | null = null;
  /** The table once kept. */
  kept: number | null = null;
  readonly #context: JobContext;
  #territoriesVersion: number | null = null;

  /** `path` is a file of the job’s own, in a folder of its own: both go with it. */
  constructor(
    context: JobContext,
    path: string,
    file: string,
    replaces: OwnTable | null,
    importer: Importer,
  ) {
    super(path, file, importer, { ...words, unresolved: tableaux.reading.unresolved });
    this.#context = context;
    this.replaces = replaces;
  }

  protected async recognise({ headings, rows }: TableFile): Promise<void> {
    if (headings.length > MOST_COLUMNS) throw IntakeError.from(words.tooWide(formatNumber(MOST_COLUMNS)));
    const [guess = null] = recogniseKey(headings, rows, await this.#context.territories());
    this.guess = guess;
    this.guesses = guessFigures(headings, rows, guess?.columns ?? null);
    this.reading = this.replaces ? rememberedReading(headings, this.replaces.reading) : null;
  }

  /** Joins the rows, the columns being read so. */
  join(reading: TableReading): void {
    const { table } = this;
    if (!table || (this.stage !== 'columns' && this.stage !== 'joined')) return;
    this.reading = reading;
    this.run('joining', async (signal, onprogress) => {
      const { query } = this.#context.database;
      this.#territoriesVersion = await territoriesVersion(query);
      const territories = await this.#context.territories();
      const sources = await readKeySources(query, table, reading, territories);
      this.joined = await inSlices(joiningTable(table, reading, territories, sources), {
        onstep: onprogress,
        signal,
      });
      this.joinedAs = reading;
      this.stage = 'joined';
    });
  }

  /** Keeps what was joined, described so. */
  keep(description: TableDescription): void {
    const { joined, table, joinedAs: reading } = this;
    if (!joined || !table || !reading || this.stage !== 'joined') return;
    this.description = description;
    this.run('saving', async () => {
      const { database, now, changed } = this.#context;
      const kept = await keepTable(
        database,
        {
          replaces: this.replaces?.id ?? null,
          description,
          file: this.file,
          sha256: this.sha256,
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
      await this.forgetFile();
      this.stage = 'done';
    });
  }

  /** Back to the columns, to read them otherwise: as before, or as just typed. */
  reconsider(reading = this.reading): void {
    if (this.stage === 'joined') this.stage = 'columns';
    if (this.stage === 'columns') this.reading = reading;
  }
}
