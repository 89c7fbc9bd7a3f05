import type { SourceId } from '../../../domain/indicators/source.ts';
import type { Counts } from '../write/write-version.ts';

/** What came of loading one source. */
export type LoadOutcome =
  | { source: SourceId; outcome: 'unchanged' }
  /** An optional source without a file: nothing changes, and it is no failure. */
  | { source: SourceId; outcome: 'absent' }
  | {
      source: SourceId;
      outcome: 'loaded';
      rowsRead: number;
      rowsKept: number;
      rowsRefused: number;
      ms: number;
    }
  | { source: SourceId; outcome: 'failed'; message: string };

/** The outcome of a source whose version was written. */
export const loadedOutcome = (
  source: SourceId,
  counts: Counts,
  startedAt: Date,
  endedAt: Date,
): LoadOutcome => ({
  source,
  outcome: 'loaded',
  rowsRead: counts.rowsRead,
  rowsKept: counts.rowsKept,
  rowsRefused: counts.refused.length,
  ms: endedAt.getTime() - startedAt.getTime(),
});
