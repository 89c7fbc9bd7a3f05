import type { Patience } from './download/patience.ts';
import type { Wire } from './reach/wire.ts';

/** One fetch under way: how it reaches producers, how long it waits, and the folder it writes in. */
export interface Fetching {
  wire: Wire;
  patience: Patience;
  /** A folder of this fetch only, that goes away with it. */
  draft: string;
  signal?: AbortSignal;
}
