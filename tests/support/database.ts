import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';

/** A database of one test file, dropped at its end. */
export interface TestDatabase {
  db: Database;
  url: string;
  /** Closes the pool and drops the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** What a test database holds at first. */
export type Content = 'empty' | 'demonstration';

/** One builder of templates at a time in the cluster. */
const buildLock = 4_100_000;

/**
 * Clones a database for one test file: `empty` is migrated only; `demonstration` also holds the
 * demonstration territory. The template of each is made once a run, by the first who asks.
 */
export async function openTestDatabase(content: Content = 'empty'): Promise<TestDatabase> {
  const admin = openAdmin();
  const name = `test_${randomBytes(6).toString('hex')}`;
  try {
    await buildTemplate(admin, content);
    await admin`create database ${admin(name)} template ${admin(`template_${content}`)}`;
  } finally {
    await admin.end();
  }
  const url = databaseUrl(name);
  const db = openDatabase(url, { name: 'maillage-test' });
  return {
    db,
    url,
    async drop() {
      await db.close();
      const again = openAdmin();
      await again`drop database if exists ${again(name)} with (force)`;
      await again.end();
    },
  };
}

async function buildTemplate(admin: postgres.Sql, content: Content): Promise<void> {
  const template = `template_${content}`;
  const session = await admin.reserve();
  try {
    await session`select pg_advisory_lock(${buildLock})`;
    const found = await session`select 1 from pg_database where datname = ${template}`;
    if (found.length > 0) return;
    const draft = `draft_${content}`;
    await session`drop database if exists ${session(draft)} with (force)`;
    await session`create database ${session(draft)}`;
    const db = openDatabase(databaseUrl(draft), { name: 'maillage-test-template' });
    try {
      await migrate(db);
      if (content === 'demonstration') {
        // Only here: most database tests need none of the import code.
        const { loadDemonstration } = await import('./demonstration.ts');
        await loadDemonstration(db);
      }
    } finally {
      await db.close();
    }
    await session`alter database ${session(draft)} rename to ${session(template)}`;
  } finally {
    await session`select pg_advisory_unlock(${buildLock})`;
    session.release();
  }
}

function openAdmin(): postgres.Sql {
  return postgres(inject('clusterUrl'), { max: 2, onnotice: () => undefined });
}

function databaseUrl(name: string): string {
  const url = new URL(inject('clusterUrl'));
  url.pathname = `/${name}`;
  return url.href;
}
