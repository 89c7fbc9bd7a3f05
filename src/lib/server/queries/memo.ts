import type { Snapshot } from './snapshot.ts';

const memories = new WeakMap<Snapshot, Map<string, unknown>>();

/**
 * What was computed from a snapshot, kept as long as the snapshot itself; at most `limit` entries of
 * a kind (the oldest goes first), so that addresses typed at random cannot fill the memory.
 */
export function remember<T>(data: Snapshot, kind: string, key: string, make: () => T, limit = 256): T {
  let kinds = memories.get(data);
  if (!kinds) memories.set(data, (kinds = new Map()));
  let entries = kinds.get(kind) as Map<string, T> | undefined;
  if (!entries) kinds.set(kind, (entries = new Map()));
  const held = entries.get(key);
  if (held !== undefined) return held;
  const made = make();
  entries.set(key, made);
  // A database that did not answer must not be remembered as the answer.
  if (made instanceof Promise) made.catch(() => entries.delete(key));
  if (entries.size > limit) entries.delete(entries.keys().next().value as string);
  return made;
}
