import { parentPort } from 'node:worker_threads';
import { IntakeError } from './intake-error.ts';
import { readFromDisk } from './read-bytes.ts';
import type { FromReader, ReadJob, ToReader } from './read-messages.ts';
import { refusals } from './refusals.ts';
import type { TableFile } from './table-file.ts';

/** Cells sent at a time: taking them holds the receiver a few milliseconds. */
const CELLS_A_MESSAGE = 20_000;

/** Told at each hundredth of a file. */
const PROGRESS_STEP = 0.01;

let waiting: TableFile | null = null;
let sent = 0;

const tell = (message: FromReader): void => parentPort?.postMessage(message);

async function read({ path, name, unresolved }: ReadJob): Promise<void> {
  let told = 0;
  try {
    const onprogress = (share: number): void => {
      if (share < told + PROGRESS_STEP) return;
      told = share;
      tell({ kind: 'progress', share });
    };
    const { rows, lines, ...table } = await readFromDisk(path, name, onprogress, unresolved);
    [waiting, sent] = [{ ...table, rows, lines }, 0];
    tell({ kind: 'table', table, count: rows.length });
  } catch (cause) {
    const { message } = cause instanceof IntakeError ? cause : refusals.unforeseen(name);
    tell({ kind: 'refused', message });
  }
}

function sendNext(): void {
  if (!waiting) return;
  const { rows, lines, headings } = waiting;
  const end = sent + Math.max(1, Math.floor(CELLS_A_MESSAGE / headings.length));
  tell({ kind: 'rows', rows: rows.slice(sent, end), lines: lines.slice(sent, end) });
  sent = end;
  if (sent >= rows.length) waiting = null;
}

parentPort?.on('message', (message: ToReader) => {
  if (message.kind === 'read') void read(message.job);
  else sendNext();
});
