import { READER_HEAP_MB, READER_PATIENCE_MS } from './limits.ts';
import { readInThread } from './read-in-thread.ts';
import { startReader } from './start-reader.ts';
import type { Progress, TableFile } from './table-file.ts';

export interface ReadOptions {
  /** The file as the person calls it, for messages. */
  name: string;
  /** What a cell says whose formula has no result in the file; by default nothing, as cells in error. */
  unresolved?: string;
  /** Told how much is read, from 0 to 1. */
  onprogress?: Progress;
  /** Stops the reading at once. */
  signal?: AbortSignal;
}

/**
 * Reads a CSV, XLSX, ODS, GeoJSON or JSON file sent by a person, in a thread of its own whose memory and
 * time are bounded; the content decides of the format. Rejects with an `IntakeError` and nothing else.
 */
export async function readTableFile(
  path: string,
  { name, unresolved = '', onprogress, signal }: ReadOptions,
): Promise<TableFile> {
  const reader = startReader(READER_HEAP_MB);
  try {
    return await readInThread(
      reader,
      { path, name, unresolved },
      { onprogress, signal, patience: READER_PATIENCE_MS },
    );
  } finally {
    await reader.terminate();
  }
}
