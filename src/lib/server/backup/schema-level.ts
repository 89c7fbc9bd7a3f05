import { readFileSync } from 'node:fs';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../db/client.ts';

/** One migration: its name, when it was made, and its statements. */
export interface Migration {
  tag: string;
  when: number;
  statements: string[];
}

const journalShape = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) });

/** The migrations that this version of the application knows, the oldest first. */
export function readMigrations(folder: string): Migration[] {
  const { entries } = journalShape.parse(
    JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')),
  );
  const files = readMigrationFiles({ migrationsFolder: folder });
  return entries.map(({ tag, when }, at) => ({ tag, when, statements: files[at]?.sql ?? [] }));
}

/** When the last migration that a database went through was made; 0 before any. */
export async function databaseLevel({ sql }: Pick<Database, 'sql'>): Promise<number> {
  const [row] = await sql<{ level: string | null }[]>`
    select max(created_at)::text as level from drizzle.__drizzle_migrations`;
  return Number(row?.level ?? 0);
}
