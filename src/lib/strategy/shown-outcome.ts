/** What became of a field that was sent, as the page shows it. */
export interface ShownOutcome {
  item: string;
  field: string;
  /** What was sent. */
  typed: string;
  became: 'saved' | 'conflict' | 'fault' | 'refused';
  /** What stands now, in normal form; `null` when it is not told. */
  value: string | null;
  /** Why it was not written, and what to do; empty when it was. */
  problem: string;
}
