import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sauvegarde as words } from '../../messages/sauvegarde.ts';
import { note } from '../audit/writing.ts';
import { driverOf, type Database } from '../db/client.ts';
import { describeSystemError, systemErrorCode } from '../db/cluster/failure.ts';
import {
  END_OF_ROWS,
  FORMAT,
  inHandfuls,
  type BackupHeader,
  type Section,
  type Tally,
} from './backup-lines.ts';
import { BackupRefusal } from './backup-refusal.ts';
import { fixSpelling, linesOut, type Session } from './table-lines.ts';
import { keptTables } from './kept-tables.ts';
import { verifyBackup, type Backup } from './read-backup.ts';
import { databaseLevel, readMigrations } from './schema-level.ts';
import { makeSeal } from './seal.ts';
import { nextNumbers } from './sequences.ts';

/** Its owner alone reads it: it holds people’s addresses and hashes of passwords. */
const MODE = 0o600;

export interface WriteOptions {
  now: Date;
  /** The migrations of the application. */
  migrations?: string;
}

/**
 * Writes what no file brings again into one file, as it stands at one moment, while others go on writing.
 * The file gets its name once it is whole, read again and on the disk; otherwise nothing is left of it.
 */
export async function writeBackup(
  database: Database,
  path: string,
  { now, migrations = 'drizzle' }: WriteOptions,
): Promise<Backup> {
  if (existsSync(path)) throw new BackupRefusal(words.exists(path));
  const last = readMigrations(migrations).at(-1);
  if (!last || (await databaseLevel(database)) > last.when) throw new BackupRefusal(words.newerDatabase);
  const header: BackupHeader = { maillage: 'backup', format: FORMAT, at: now.toISOString(), level: last.tag };
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await database.query.transaction((tx) => writeWhole(part, contentOf(driverOf(tx), header)), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
    const written = await verifyBackup(part);
    await database.query.transaction((tx) =>
      note(tx, { now, owner: null, account: null }, { action: 'data.backup', object: header.at }),
    );
    await rename(part, path);
    await settle(dirname(path));
    return written;
  } catch (cause) {
    await rm(part, { force: true });
    if (systemErrorCode(cause) === '' || !isOfFiles(cause)) throw cause;
    throw new BackupRefusal(words.unwritable(path, describeSystemError(cause)));
  }
}

/** System errors carry the call that failed; those of PostgreSQL do not. */
const isOfFiles = (cause: unknown): boolean => cause instanceof Error && 'syscall' in cause;

async function writeWhole(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', MODE);
  try {
    const hash = createHash('sha256');
    await pipeline(
      Readable.from(inHandfuls(content)),
      createGzip(),
      async (zipped: AsyncIterable<Buffer>) => {
        for await (const chunk of zipped) {
          hash.update(chunk);
          await file.writeFile(chunk);
        }
      },
    );
    await file.writeFile(makeSeal(hash.digest('hex')));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts the name itself on the disk, where the system lets a folder be opened. */
async function settle(folder: string): Promise<void> {
  let held: FileHandle | null = null;
  try {
    held = await open(folder, 'r');
    await held.sync();
  } catch (cause) {
    if (systemErrorCode(cause) === '') throw cause;
  } finally {
    await held?.close();
  }
}

/** The lines of a backup, in one transaction that sees one moment. */
async function* contentOf(session: Session, header: BackupHeader): AsyncGenerator<Buffer> {
  await fixSpelling(session);
  yield jsonLine(header);
  const end: Tally[] = [];
  for (const { name, columns, key, serials, rows } of keptTables()) {
    const section: Section = {
      table: name,
      columns,
      key,
      sequences: await nextNumbers(session, name, serials),
    };
    yield jsonLine(section);
    const hash = createHash('sha256');
    const tally: Tally = { table: name, rows: 0, sha256: '' };
    for await (const line of linesOut(session, { schema: 'public', table: name, columns, key, rows })) {
      tally.rows++;
      hash.update(line);
      yield line;
    }
    tally.sha256 = hash.digest('hex');
    end.push(tally);
    yield Buffer.from(END_OF_ROWS);
  }
  yield jsonLine({ end });
}

const jsonLine = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
