import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { live } from '../../messages/live.ts';
import { ImportError } from '../import/import-error.ts';
import { streamTable, type TableStream } from '../import/read/stream-table.ts';
import { LiveError } from './live-error.ts';

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

async function* linesOf({ header, rows }: TableStream, columns: readonly string[]): AsyncGenerator<string> {
  const kept = columns.filter((column) => header.includes(column));
  yield `${kept.join(',')}\n`;
  for await (const row of rows) yield `${kept.map((column) => quoted(row.get(column))).join(',')}\n`;
}

/**
 * Writes a table again with these columns only: what names or reaches people is on the disk while it comes,
 * and no longer. Throws a `LiveError` when it does not read as a table, or is stopped.
 */
export async function keepColumns(
  path: string,
  columns: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const draft = `${path}.kept`;
  try {
    await streamTable(path, ',', (table) =>
      pipeline(linesOf(table, columns), createWriteStream(draft), { signal }),
    );
  } catch (cause) {
    if (signal?.aborted) throw new LiveError('stopped', live.stopped);
    if (cause instanceof ImportError) throw new LiveError('unfit', `${cause.message} ${live.kept}`);
    throw new LiveError('disk', live.disk((cause as Error).message));
  }
  await rename(draft, path);
}
