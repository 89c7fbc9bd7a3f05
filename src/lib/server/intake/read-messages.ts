import type { TableFile } from './table-file.ts';

/** A file to read, as the thread is asked. */
export interface ReadJob {
  path: string;
  name: string;
  /** What a cell says whose formula has no result. */
  unresolved: string;
}

/** What the thread is told: a file to read, or that the last rows were taken. */
export type ToReader = { kind: 'read'; job: ReadJob } | { kind: 'next' };

/** What the thread tells. Rows come a few at a time: taking a whole table at once would hold the server. */
export type FromReader =
  | { kind: 'progress'; share: number }
  | { kind: 'table'; table: Omit<TableFile, 'rows' | 'lines'>; count: number }
  | { kind: 'rows'; rows: string[][]; lines: number[] }
  | { kind: 'refused'; message: string };
