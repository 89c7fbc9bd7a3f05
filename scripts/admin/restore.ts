import { restoreBackup } from '#lib/server/backup/restore-backup.ts';
import type { Database } from '#lib/server/db/client.ts';
import { holdImports } from '#lib/server/db/import-lock.ts';
import { remakeOwnTables } from '#lib/server/import/remake-own-tables.ts';
import { say, type Asked } from './asked.ts';
import { describeBackup } from './describe-backup.ts';

/** Puts a backup back. Gives the exit code. */
export async function restore(database: Database, { file = '', replace, json, now }: Asked): Promise<number> {
  const started = performance.now();
  const restored = await restoreBackup(database, file, { now, replace });
  await database.query.transaction(async (tx) => {
    await holdImports(tx);
    await remakeOwnTables(tx, now, true);
  });
  if (json) {
    say(JSON.stringify({ file, ...restored }, null, 2));
    return 0;
  }
  say(`Sauvegarde remise en place : ${file}\n${describeBackup(restored, performance.now() - started)}`);
  say('Toutes les sessions sont fermées. Redémarrez Maillage s’il tourne, sur chaque machine.');
  return 0;
}
