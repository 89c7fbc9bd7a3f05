import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { sauvegarde as words } from '../../messages/sauvegarde.ts';
import { describeSystemError, systemErrorCode } from '../db/cluster/failure.ts';
import {
  END_OF_ROWS,
  footerShape,
  FORMAT,
  headerShape,
  inHandfuls,
  linesOf,
  sectionShape,
  type BackupHeader,
  type Section,
  type Tally,
} from './backup-lines.ts';
import { BackupRefusal } from './backup-refusal.ts';
import { readSeal, SEAL_WORD } from './seal.ts';

/** What a backup holds. */
export interface Backup extends BackupHeader {
  tables: Tally[];
  /** Length of the file. */
  bytes: number;
}

/** Told of each table, in order; takes all its rows. */
export type TakeTable = (section: Section, rows: AsyncIterable<Buffer>) => Promise<void>;

const END = Buffer.from(END_OF_ROWS);

/**
 * Checks a backup wholly and says what it holds, without touching anything else. Rejects with a
 * `BackupRefusal` when the file is absent, foreign, torn, changed, or contradicts itself.
 */
export async function verifyBackup(path: string): Promise<Backup> {
  try {
    if (!(await stat(path)).isFile()) throw new BackupRefusal(words.foreign(path));
    const sealed = await readSeal(path);
    if (sealed !== 'whole')
      throw new BackupRefusal(sealed === 'foreign' ? words.foreign(path) : words.torn(path));
  } catch (cause) {
    const code = systemErrorCode(cause);
    if (code === '') throw cause;
    throw new BackupRefusal(
      code === 'ENOENT' ? words.missing(path) : words.unreadable(path, describeSystemError(cause)),
    );
  }
  return readBackup(path, async (_section, rows) => {
    for await (const handful of rows) void handful;
  });
}

/** Reads a backup table by table; each is checked as its last row is taken, the whole at the end. */
export async function readBackup(path: string, take: TakeTable): Promise<Backup> {
  const unzipped = createGunzip();
  pipeline(createReadStream(path), unzipped, () => undefined);
  try {
    return { ...(await new Reader(path, linesOf(unzipped)).read(take)), bytes: (await stat(path)).size };
  } catch (cause) {
    if (
      systemErrorCode(cause).startsWith('Z_') ||
      cause instanceof z.ZodError ||
      cause instanceof SyntaxError
    )
      throw new BackupRefusal(words.torn(path));
    throw cause;
  } finally {
    unzipped.destroy();
  }
}

class Reader {
  readonly #path: string;
  readonly #lines: AsyncGenerator<Buffer>;

  constructor(path: string, lines: AsyncGenerator<Buffer>) {
    this.#path = path;
    this.#lines = lines;
  }

  async read(take: TakeTable): Promise<Omit<Backup, 'bytes'>> {
    const found = headerShape.safeParse(await this.#json());
    if (!found.success) throw new BackupRefusal(words.foreign(this.#path));
    const header = found.data;
    if (header.format !== FORMAT) throw new BackupRefusal(words.format(this.#path, header.format));
    const tables: Tally[] = [];
    for (;;) {
      const line = await this.#json();
      const footer = footerShape.safeParse(line);
      if (footer.success) {
        this.#compare(tables, footer.data.end);
        await this.#end();
        return { ...header, tables };
      }
      tables.push(await this.#table(sectionShape.parse(line), take));
    }
  }

  async #table(section: Section, take: TakeTable): Promise<Tally> {
    const hash = createHash('sha256');
    const tally = { table: section.table, rows: 0, sha256: '' };
    await take(section, inHandfuls(this.#rows(hash, tally)));
    tally.sha256 = hash.digest('hex');
    return tally;
  }

  async *#rows(hash: Hash, tally: Tally): AsyncGenerator<Buffer> {
    for (let line = await this.#next(); !line.equals(END); line = await this.#next()) {
      tally.rows++;
      hash.update(line);
      yield line;
    }
  }

  #compare(found: readonly Tally[], announced: readonly Tally[]): void {
    for (const [at, own] of announced.entries()) {
      const { table, rows, sha256 } = found[at] ?? {};
      if (table !== own.table || rows !== own.rows || sha256 !== own.sha256)
        throw new BackupRefusal(words.inconsistent(this.#path, own.table));
    }
    const extra = found[announced.length];
    if (extra) throw new BackupRefusal(words.inconsistent(this.#path, extra.table));
  }

  /** Nothing follows but the seal. */
  async #end(): Promise<void> {
    const seal = await this.#lines.next();
    const after = await this.#lines.next();
    if (seal.done || !after.done || !seal.value.toString().startsWith(SEAL_WORD))
      throw new BackupRefusal(words.torn(this.#path));
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#lines.next();
    if (done) throw new BackupRefusal(words.torn(this.#path));
    return value;
  }

  async #json(): Promise<unknown> {
    return JSON.parse((await this.#next()).toString());
  }
}
