import type { MapLevel } from '../domain/territory/level.ts';

/** Names of the files that are loaded: all that a page needs to ask for them. */
export interface LoadedNames {
  /** Hash of the index of names and centres, by level. */
  index: Partial<Record<MapLevel, string>>;
  /** Column files by indicator and level; restricted ones have no address but are listed. */
  columns: Record<string, Partial<Record<MapLevel, { hash: string; known: number }>>>;
}
