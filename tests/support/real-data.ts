import { spawn } from 'node:child_process';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';

const name = 'real_data';

/**
 * Loads the mirror once for the whole suite, in a process of its own: a first load takes memory
 * that the tests should not carry.
 */
export default async function setup(project: TestProject): Promise<void> {
  const admin = new URL(project.getProvidedContext().clusterUrl);
  const sql = postgres(admin.href, { max: 1, onnotice: () => undefined });
  await sql`create database ${sql(name)}`;
  await sql.end();
  const url = new URL(admin);
  url.pathname = `/${name}`;
  await load(url.href);
  project.provide('realDataUrl', url.href);
  project.provide('realCopyUrl', await copyOf(admin));
}

/** The same once more, before anybody reads the first: for who makes accounts, and so leaves the single-user mode. */
async function copyOf(admin: URL): Promise<string> {
  const copy = `${name}_copy`;
  const sql = postgres(admin.href, { max: 1, onnotice: () => undefined });
  await sql`create database ${sql(copy)} template ${sql(name)}`;
  await sql.end();
  const url = new URL(admin);
  url.pathname = `/${copy}`;
  return url.href;
}

function load(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/data.ts', 'load'], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm run data -- load: code ${code}`)),
    );
  });
}
