import { createHash } from 'node:crypto';
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

/** Rows asked for at once. */
const PAGE = 200;

/**
 * The rows of a table, one line each: the text of every value as a JSON list, in the order of its key
 * whatever the language of the database. Not by `COPY`: the driver may stop reading after a large row, and
 * never settles when the server refuses the last one sent.
 */
export async function* linesOut(
  session: Session,
  { schema, table, columns, key, rows }: Copied,
): AsyncGenerator<Buffer> {
  const order = key.map((column) => `${named(column)}::text collate "C"`).join(', ');
  const cells = columns.map((column) => `${named(column)}::text`).join(', ');
  const pages = session
    .unsafe(
      `select ${cells} from ${named(schema)}.${named(table)}
       ${rows === null ? '' : `where ${rows}`} order by ${order}`,
    )
    .values()
    .cursor(PAGE);
  for await (const page of pages) for (const row of page) yield Buffer.from(`${JSON.stringify(row)}\n`);
}

/** Takes whole lines of `linesOut` in. */
export async function linesIn(
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
  for await (const bytes of batches)
    await session.unsafe(statement, [`[${bytes.toString().trimEnd().replaceAll('\n', ',')}]`]);
}

/** The hash of the rows of a table, in order. */
export async function hashRows(session: Session, copied: Copied): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of linesOut(session, copied)) hash.update(line);
  return hash.digest('hex');
}
