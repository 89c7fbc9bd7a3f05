import { layoutKey } from '../../domain/places/intake/layout-key.ts';
import type { IntakeField, Mapping } from '../../domain/places/intake/fields.ts';
import { recogniseColumns, type ColumnGuess } from '../../domain/places/intake/recognise.ts';
import { gestion } from '../../messages/lieux-gestion.ts';
import type { TableFile } from '../intake/table-file.ts';
import { importList } from '../places/import-list.ts';
import { keepLayout, readLayout } from '../places/layouts.ts';
import type { ListChoice, PlaceImport } from '../places/lists.ts';
import { checkList, type CheckedList } from './check-list.ts';
import { FileJob, type Importer, type JobContext } from './file-job.ts';

/** What an import of places needs of the server. */
export interface IntakeContext extends JobContext {
  /** Base address of the geocoder; `null` not to ask it. */
  geocoder: string | null;
}

/** A file on its way into a list: read, its columns recognised, its rows checked, then kept; each at the person's word. */
export class IntakeJob extends FileJob<'checking' | 'checked'> {
  readonly list: ListChoice;
  guesses: ColumnGuess[] = [];
  /** Whether the columns are read as they were the last time this layout came. */
  remembered = false;
  mapping: Mapping = [];
  checked: CheckedList | null = null;
  result: PlaceImport | null = null;
  readonly #context: IntakeContext;

  /** `path` is a file of the job's own, in a folder of its own: both go with it. */
  constructor(context: IntakeContext, path: string, file: string, list: ListChoice, importer: Importer) {
    super(path, file, importer, gestion.intake);
    this.#context = context;
    this.list = list;
  }

  protected async recognise({ headings, rows }: TableFile): Promise<void> {
    const territories = await this.#context.territories();
    const postcodes = new Set(territories.all('commune').flatMap((commune) => commune.postcodes));
    this.guesses = recogniseColumns(headings, rows, {
      isPostcode: (code) => postcodes.has(code),
      isCommuneCode: (code) => territories.get('commune', code) !== undefined,
    });
    const kept = await readLayout(this.#context.database, layoutKey(headings));
    this.remembered = kept !== null;
    this.mapping = headings.map((heading, at) => kept?.[heading] ?? this.guesses[at]?.field ?? 'ignored');
  }

  /** Checks the rows, the columns being read so; remembers it for this layout. */
  check(mapping: readonly IntakeField[]): void {
    const { table } = this;
    if (!table || mapping.length !== table.headings.length) return;
    this.mapping = [...mapping];
    this.run('checking', async (signal, onprogress) => {
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
    this.run('saving', async () => {
      const { database, now, changed } = this.#context;
      this.result = await importList(
        database,
        {
          list: this.list,
          file: this.file,
          sha256: this.sha256,
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
}
