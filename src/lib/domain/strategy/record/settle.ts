/** What becomes of a change of a field. */
export type Settled = 'same' | 'write' | 'conflict';

/**
 * Whether a change may be written over what a field says. `was` is what its writer saw: when somebody else
 * wrote since, both are kept apart for the writer to choose, unless both wrote the same.
 */
export function settle(current: string, was: string, now: string): Settled {
  if (now === current) return 'same';
  return was === current ? 'write' : 'conflict';
}
