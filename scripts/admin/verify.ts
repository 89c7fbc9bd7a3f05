import { formatCount } from '#lib/format/number.ts';
import { verifyBackup } from '#lib/server/backup/read-backup.ts';
import { say, type Asked } from './asked.ts';
import { describeBackup } from './describe-backup.ts';

/** Checks a backup and says what it holds, without a database. Gives the exit code. */
export async function verify({ file = '', json }: Pick<Asked, 'file' | 'json'>): Promise<number> {
  const started = performance.now();
  const held = await verifyBackup(file);
  if (json) {
    say(JSON.stringify({ file, ...held }, null, 2));
    return 0;
  }
  say(`Sauvegarde intacte : ${file}\n${describeBackup(held, performance.now() - started)}`);
  for (const { table, rows } of held.tables) say(`  ${table} : ${formatCount(rows, 'ligne')}`);
  return 0;
}
