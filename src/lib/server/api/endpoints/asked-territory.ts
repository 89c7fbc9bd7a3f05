import type { Level } from '../../../domain/territory/level.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { api } from '../../../messages/api.ts';
import { findTerritory } from '../../queries/find-territory.ts';
import { ApiProblem } from '../problem.ts';
import { quoted } from '../read-query.ts';

/** The territory that a parameter names. Throws a problem that says how to write it. */
export function territoryAsked(territories: Territories, parameter: string, slug: string): Territory {
  const found = findTerritory(territories, slug);
  if (found.kind === 'found') return found.territory;
  const detail =
    found.kind === 'unknown'
      ? api.faults.territory(quoted(slug))
      : found.kind === 'merged'
        ? api.faults.merged(quoted(slug), found.slug)
        : api.faults.spelling(quoted(slug), found.slug);
  throw new ApiProblem('parametres', detail, { faults: [{ parametre: parameter, detail }] });
}

/** The territories of a level that share a commune with another, in the order of the columns; all without one. */
export function territoriesWithin(
  territories: Territories,
  level: Level,
  within: Territory | null,
): readonly Territory[] {
  const all = territories.all(level);
  if (within === null) return all;
  if (within.level === 'arrondissement') return level === 'arrondissement' ? [within] : [];
  const communes = territories.communes(within);
  if (level === 'commune') return communes;
  if (level === 'france') return all;
  if (level === 'arrondissement') {
    const inside = new Set(communes.map(({ code }) => code));
    return all.filter(({ commune }) => commune !== null && inside.has(commune));
  }
  const codes = new Set(communes.map((commune) => commune[level]));
  return all.filter(({ code }) => codes.has(code));
}
