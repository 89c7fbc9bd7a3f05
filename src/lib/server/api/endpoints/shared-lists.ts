import type { Snapshot } from '../../queries/snapshot.ts';

/** The sources (`liste-3`) of the lists whose rows may leave. */
export const sharedLists = ({ lists }: Pick<Snapshot, 'lists'>): Set<string> =>
  new Set([...lists].flatMap(([source, { shared }]) => (shared ? [source] : [])));
