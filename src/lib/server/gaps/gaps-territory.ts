import type { Territory } from '../../domain/territory/territory.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** The territory that a question is about, and what of its address was not followed. */
export interface AskedTerritory {
  /** `null` before any territory is loaded. */
  territory: Territory | null;
  /** A slug that nothing has, or an arrondissement, whose commune stands for it. */
  problem: 'unknown' | 'arrondissement' | null;
}

/** The territory of a slug; the country without one, or for one that nothing has. */
export function askedTerritory({ territories }: Snapshot, slug: string | null): AskedTerritory {
  const country = territories.get('france', 'FR') ?? null;
  if (slug === null) return { territory: country, problem: null };
  const found = territories.bySlug(slug);
  if (!found) return { territory: country, problem: 'unknown' };
  if (found.level !== 'arrondissement') return { territory: found, problem: null };
  const commune = found.commune === null ? undefined : territories.get('commune', found.commune);
  return { territory: commune ?? country, problem: 'arrondissement' };
}
