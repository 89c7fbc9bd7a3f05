import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type postgres from 'postgres';

/** Anything that runs statements one after the other on one connection. */
export type Session = Pick<postgres.TransactionSql, 'unsafe'>;

/** A name between quotes. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const list = (columns: readonly string[]): string => columns.map(named).join(', ');

/** What is copied of a table. */
export interface Copied {
  schema: string;
  table: string;
  columns: readonly string[];
  key: readonly string[];
  /** SQL of the rows; `null` for all. */
  rows: string | null;
}

/**
 * Writes values always in the same way, whatever the server or the account are set to: the same rows give
 * the same bytes. Until the end of the transaction.
 */
export async function fixSpelling(session: Session): Promise<void> {
  await session.unsafe(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres';
     set local extra_float_digits = 1; set local bytea_output = 'hex'`,
  );
}

/** The rows of a table as `COPY` writes them, in the order of its key, whatever the language of the database. */
export function copyOut(session: Session, { schema, table, columns, key, rows }: Copied): Promise<Readable> {
  const order = key.map((column) => `${named(column)}::text collate "C"`).join(', ');
  return session
    .unsafe(
      `copy (select ${list(columns)} from ${named(schema)}.${named(table)}
       ${rows === null ? '' : `where ${rows}`} order by ${order}) to stdout`,
    )
    .readable();
}

/** What a backslash and a letter stand for in what `COPY` writes. */
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The values of one line of `COPY`. */
export const parseRow = (line: string): (string | null)[] =>
  line
    .split('\t')
    .map((cell) =>
      cell === '\\N' ? null : cell.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter),
    );

/**
 * Takes whole lines of `copyOut` in. Not by `COPY`: the driver never settles when the server refuses a row
 * after the last one was sent.
 */
export async function insertLines(
  session: Session,
  { schema, table, columns }: Pick<Copied, 'schema' | 'table' | 'columns'>,
  batches: AsyncIterable<Buffer>,
): Promise<void> {
  const target = `${named(schema)}.${named(table)}`;
  const types = await session.unsafe<{ name: string; type: string }[]>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = '${target}'::regclass and attnum > 0 and not attisdropped`,
  );
  const typeOf = new Map(types.map(({ name, type }) => [name, type]));
  const cells = columns.map((column, at) => `(row ->> ${at})::${typeOf.get(column) ?? 'text'}`);
  const statement = `insert into ${target} (${list(columns)}) select ${cells.join(', ')} from json_array_elements($1::text::json) as row`;
  for await (const bytes of batches) {
    const lines = bytes.toString().split('\n').slice(0, -1);
    await session.unsafe(statement, [JSON.stringify(lines.map(parseRow))]);
  }
}

/** The hash of the rows of a table, in order. */
export async function hashRows(session: Session, copied: Copied): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of await copyOut(session, copied)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
