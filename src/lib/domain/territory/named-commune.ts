import { pastedLookupOf } from './pasted-codes-lookup.ts';
import type { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

/** What a person calls a commune by: nothing known, or several that it may be. */
export type NamedCommune = { commune: Territory } | { reason: 'unknown' | 'several' };

/**
 * The commune of a code, a postcode that is of one only, or a name; among communes of one name, that of
 * the territory looked at.
 */
export function namedCommune(territories: Territories, text: string, within: Territory | null): NamedCommune {
  const named = text.trim();
  const code = /^\d{4}$/.test(named) ? `0${named}` : named.toUpperCase();
  const own = territories.get('commune', code) ?? territories.successor(code);
  if (own) return { commune: own };
  const lookup = pastedLookupOf(territories);
  const found = /^\d+$/.test(named) ? lookup.communesOfPostcode(named) : lookup.named(named);
  const communes = found.flatMap((one) => (one.level === 'commune' ? [one] : soleCommune(territories, one)));
  const inside = within ? new Set(territories.communes(within)) : null;
  const near = inside ? communes.filter((one) => inside.has(one)) : [];
  const candidates = near.length > 0 ? near : communes;
  const [only] = candidates;
  if (!only) return { reason: 'unknown' };
  return candidates.length === 1 ? { commune: only } : { reason: 'several' };
}

/** A département that is one commune, as Paris: that commune. */
function soleCommune(territories: Territories, territory: Territory): Territory[] {
  const [only, ...others] = territories.communes(territory);
  return only && others.length === 0 ? [only] : [];
}
