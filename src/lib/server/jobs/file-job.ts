import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Hand } from '../../domain/account/visitor.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import { fileImport } from '../../messages/file-import.ts';
import type { Database } from '../db/client.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { readTableFile } from '../intake/read-table-file.ts';
import type { TableFile } from '../intake/table-file.ts';
import type { DeskJob } from './desk.ts';

/** Where any file on its way in stands, whatever is made of its rows between its columns and the end. */
export type FileStage = 'reading' | 'columns' | 'saving' | 'done' | 'failed';

/** Who imports, and on whose behalf: goes with the job to its end. */
export type Importer = Pick<Hand, 'owner' | 'account'>;

/** What a file on its way in needs of the server. */
export interface JobContext {
  database: Pick<Database, 'query'>;
  territories: () => Promise<Territories>;
  /** Told once what is loaded changed; settles when readers see it. */
  changed: () => Promise<void>;
  now: () => Date;
}

/** What a person is told when it stops, in French. */
interface StopWords {
  stopped: string;
  unforeseen: string;
}

/** What one stage does, told to stop by its signal. */
type Act = (signal: AbortSignal, onprogress: (share: number) => void) => Promise<void>;

/** A file on its way in, one stage at a time, each at the person’s word. */
export abstract class FileJob<OwnStage extends string> implements DeskJob {
  readonly token = randomBytes(16).toString('hex');
  readonly file: string;
  readonly importer: Importer;
  stage: FileStage | OwnStage = 'reading';
  /** Of the stage under way, 0 to 1. */
  progress = 0;
  table: TableFile | null = null;
  /** Why it failed, in French. */
  problem: string | null = null;
  touched = 0;
  /** What is under way; settles whatever happens. */
  under: Promise<void> = Promise.resolve();
  protected sha256 = '';
  readonly #path: string;
  readonly #words: StopWords;
  readonly #stop = new AbortController();

  /** `path` is a file of the job’s own, in a folder of its own: both go with it. */
  protected constructor(path: string, file: string, importer: Importer, words: StopWords) {
    this.#path = path;
    this.file = file;
    this.importer = importer;
    this.#words = words;
  }

  /** Reads the file and recognises its columns. */
  read(): void {
    this.run('reading', async (signal, onprogress) => {
      this.sha256 = await hashOf(this.#path);
      const table = await readTableFile(this.#path, { name: this.file, signal, onprogress });
      await this.recognise(table);
      this.table = table;
      this.stage = 'columns';
    });
  }

  /** Stops what is under way and removes the file. */
  async cancel(): Promise<void> {
    this.#stop.abort(new IntakeError(this.#words.stopped, fileImport.stoppedAdvice));
    await this.under;
    await this.forgetFile();
  }

  /** Says how the columns of the file seem to be read. */
  protected abstract recognise(table: TableFile): Promise<void>;

  protected forgetFile(): Promise<void> {
    return rm(dirname(this.#path), { recursive: true, force: true });
  }

  /** Does what a stage does; a failure is told to the person, and to the log too where nobody expected it. */
  protected run(stage: FileStage | OwnStage, act: Act): void {
    this.stage = stage;
    this.progress = 0;
    this.problem = null;
    this.under = act(this.#stop.signal, (share) => (this.progress = share)).catch((cause: unknown) => {
      this.stage = 'failed';
      this.problem = cause instanceof IntakeError ? cause.message : this.#words.unforeseen;
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
