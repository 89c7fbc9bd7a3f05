import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './account.ts';

/** What PostgreSQL writes about itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  /** Null while it is still starting. */
  port: number | null;
  /** The file as read, to recognise it later. */
  text: string;
}

/** Reads `postmaster.pid`; null when there is none or it is not written yet. */
export async function readPidFile(pgData: string): Promise<Postmaster | null> {
  const text = await readFile(join(pgData, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const port = Number.parseInt(lines[3] ?? '', 10);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : null, text };
}

/**
 * Whether the process of `postmaster` is really PostgreSQL on `pgData`: after a crash the system
 * gives its number to any other program, which PostgreSQL then takes for itself and refuses to start.
 */
export async function isAlive(postmaster: Postmaster, pgData: string): Promise<boolean> {
  if (!processExists(postmaster.pid)) return false;
  const home = await realpath(pgData);
  if (process.platform === 'linux') {
    const cwd = await readlink(`/proc/${postmaster.pid}/cwd`).catch(() => '');
    if (cwd !== '') return cwd === home;
  }
  if (process.platform === 'win32') return true;
  const { code, output } = await run('ps', ['-o', 'command=', '-p', String(postmaster.pid)], {});
  return code !== 0 || (output.includes('postgres') && (output.includes(pgData) || output.includes(home)));
}

/**
 * Removes a `postmaster.pid` found stale, unless it changed since it was read. Should another
 * PostgreSQL start in that instant, its shared memory still forbids a second one on the folder.
 */
export async function removeStale(postmaster: Postmaster, pgData: string): Promise<void> {
  const now = await readPidFile(pgData);
  if (now?.text === postmaster.text) await rm(join(pgData, 'postmaster.pid'), { force: true });
}

/** Whether a process has this number; one that belongs to somebody else exists too. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
