import { searchIndexOf } from '../../domain/territory/search.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Snapshot } from './snapshot.ts';

/** « Saint-Denis (93) », as pages write a commune. */
const WRITTEN = /^(.+?)\s*\((\w{2,3})\)$/;

/** Homonyms looked through for the one of a département. */
const MANY = 50;

/**
 * The territory that a text best designates: a name, a postcode, a code, or a name as pages write it,
 * with its département; `null` for none.
 */
export function typedTerritory(data: Pick<Snapshot, 'territories'>, text: string): Territory | null {
  const [, name, departement] = WRITTEN.exec(text.trim()) ?? [];
  const search = searchIndexOf(data.territories);
  const match =
    name === undefined
      ? search.search(text, 1).matches[0]
      : search.search(name, MANY).matches.find(({ departementCode }) => departementCode === departement);
  return (match && data.territories.get(match.level, match.code)) ?? null;
}
