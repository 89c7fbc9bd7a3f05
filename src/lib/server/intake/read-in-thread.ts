import type { Worker } from 'node:worker_threads';
import { IntakeError } from './intake-error.ts';
import type { FromReader, ReadJob, ToReader } from './read-messages.ts';
import { refusals } from './refusals.ts';
import type { Progress, TableFile } from './table-file.ts';

export interface Reading {
  onprogress?: Progress | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds after which the thread is not waited for. */
  patience: number;
}

/**
 * Has a thread read one file. Rejects with an `IntakeError` in every other case: refused, stopped by the
 * signal, too slow, out of memory, dead. The thread is left as it is: whoever started it ends it.
 */
export function readInThread(reader: Worker, job: ReadJob, reading: Reading): Promise<TableFile> {
  const { onprogress, signal, patience } = reading;
  return new Promise<TableFile>((resolve, reject) => {
    let table: TableFile | null = null;
    let count = 0;
    const ask = (message: ToReader): void => reader.postMessage(message);
    const onmessage = (message: FromReader): void => {
      if (message.kind === 'progress') onprogress?.(message.share);
      else if (message.kind === 'refused') end(() => reject(IntakeError.from(message.message)));
      else if (message.kind === 'table') {
        table = { ...message.table, rows: [], lines: [] };
        count = message.count;
        ask({ kind: 'next' });
      } else if (table) {
        for (const row of message.rows) table.rows.push(row);
        for (const line of message.lines) table.lines.push(line);
        const whole = table;
        if (whole.rows.length >= count) end(() => resolve(whole));
        // Requests that wait are answered between two messages.
        else setImmediate(() => ask({ kind: 'next' }));
      }
    };
    const onerror = (cause: NodeJS.ErrnoException): void =>
      end(() =>
        reject(
          cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? refusals.memory()
            : refusals.unforeseen(job.name, cause),
        ),
      );
    const onexit = (): void => end(() => reject(refusals.unforeseen(job.name)));
    const onabort = (): void => end(() => reject(refusals.stopped()));
    const timer = setTimeout(() => end(() => reject(refusals.slow(patience))), patience);
    function end(settle: () => void): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onabort);
      reader.off('message', onmessage).off('error', onerror).off('exit', onexit);
      // An error that comes once nobody waits must not end the server.
      reader.on('error', () => undefined);
      settle();
    }
    reader.on('message', onmessage).on('error', onerror).on('exit', onexit);
    signal?.addEventListener('abort', onabort, { once: true });
    if (signal?.aborted) onabort();
    else ask({ kind: 'read', job });
  });
}
