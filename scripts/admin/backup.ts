import { statSync } from 'node:fs';
import { join } from 'node:path';
import { writeBackup } from '#lib/server/backup/write-backup.ts';
import type { Database } from '#lib/server/db/client.ts';
import { say, type Asked } from './asked.ts';
import { describeBackup } from './describe-backup.ts';

/** Writes a backup to a file, or to a dated one in a folder. Gives the exit code. */
export async function backup(database: Database, { file = '.', json, now }: Asked): Promise<number> {
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  const path = isFolder ? join(file, datedName(now)) : file;
  const started = performance.now();
  const written = await writeBackup(database, path, { now });
  if (json) say(JSON.stringify({ file: path, ...written }, null, 2));
  else say(`Sauvegarde écrite : ${path}\n${describeBackup(written, performance.now() - started)}`);
  return 0;
}

/** Sorts by date, and is a name everywhere. */
const datedName = (now: Date): string =>
  `maillage-${now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')}.backup.gz`;
