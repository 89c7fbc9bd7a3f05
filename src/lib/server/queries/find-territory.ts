import { slugOf } from '../../domain/territory/slug.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Territory } from '../../domain/territory/territory.ts';

/** What an address designates. */
export type Found =
  | { kind: 'found'; territory: Territory }
  /** The same territory under its official spelling. */
  | { kind: 'elsewhere'; slug: string }
  /** An old commune, now part of another. */
  | { kind: 'merged'; slug: string; former: string }
  | { kind: 'unknown' };

/** Finds the territory of an address, whatever its case, old commune codes included. */
export function findTerritory(territories: Territories, slug: string): Found {
  const territory = territories.bySlug(slug);
  if (territory) {
    const canonical = slugOf(territory.level, territory.code);
    return canonical === slug ? { kind: 'found', territory } : { kind: 'elsewhere', slug: canonical };
  }
  const former = slug.trim().toUpperCase();
  const successor = territories.successor(former);
  if (successor) return { kind: 'merged', slug: slugOf(successor.level, successor.code), former };
  return { kind: 'unknown' };
}
