import { formatDateTime } from '#lib/format/date.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import type { Backup } from '#lib/server/backup/read-backup.ts';

/** One line: when, which schema, how much, how long it took. */
export function describeBackup({ at, level, tables, bytes }: Backup, ms: number): string {
  const rows = tables.reduce((sum, one) => sum + one.rows, 0);
  return (
    `Du ${formatDateTime(new Date(at))}, schéma ${level} : ${formatCount(rows, 'ligne')} de ${formatCount(tables.length, 'table')}, ` +
    `${formatNumber(bytes / 1000)} ko, en ${formatNumber(ms / 1000, 1)} s.`
  );
}
