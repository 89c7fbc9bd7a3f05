import { randomBytes } from 'node:crypto';
import type { Section } from './backup-lines.ts';
import { hashRows, linesIn, named, type Session } from './table-lines.ts';
import type { KeptTable } from './kept-tables.ts';
import type { Migration } from './schema-level.ts';
import { goOnFrom, nextNumbers } from './sequences.ts';

/**
 * A schema beside the real one, at the level that a backup was taken at: its rows come in as they were,
 * then go through the very migrations that the real ones went through. It lives inside one transaction.
 */
export class Scratch {
  readonly #session: Session;
  readonly #name = `restore_${randomBytes(6).toString('hex')}`;

  private constructor(session: Session) {
    this.#session = session;
  }

  /** Makes it, empty, by the migrations up to the level. */
  static async make(session: Session, migrations: readonly Migration[]): Promise<Scratch> {
    const scratch = new Scratch(session);
    await session.unsafe(`create schema ${named(scratch.#name)}`);
    await scratch.migrate(migrations);
    return scratch;
  }

  /** Takes its tables through some more migrations. These name tables alone, or in `public`. */
  async migrate(migrations: readonly Migration[]): Promise<void> {
    const name = named(this.#name);
    await this.#session.unsafe(`set local search_path to ${name}`);
    for (const { statements } of migrations)
      for (const statement of statements)
        await this.#session.unsafe(statement.replaceAll('"public".', `${name}.`));
    await this.#session.unsafe(`set local search_path to public`);
  }

  /** Takes the rows of a table, in place of what migrations put there; gives the hash of what is there then. */
  async take({ table, columns, key, sequences }: Section, rows: AsyncIterable<Buffer>): Promise<string> {
    const target = { schema: this.#name, table, columns, key, rows: null };
    await this.#session.unsafe(`delete from ${named(this.#name)}.${named(table)}`);
    await linesIn(this.#session, target, rows);
    await goOnFrom(this.#session, table, sequences, this.#name);
    return hashRows(this.#session, target);
  }

  /** Hands the rows of a table over to the real one; gives how many. */
  async giveOver({ name, columns, serials, rows }: KeptTable): Promise<number> {
    const list = columns.map(named).join(', ');
    const given = await this.#session.unsafe(
      `insert into public.${named(name)} (${list})
       select ${list} from ${named(this.#name)}.${named(name)} ${rows === null ? '' : `where ${rows}`}`,
    );
    await goOnFrom(this.#session, name, await nextNumbers(this.#session, name, serials, this.#name));
    return given.count;
  }

  async drop(): Promise<void> {
    await this.#session.unsafe(`drop schema ${named(this.#name)} cascade`);
  }
}
