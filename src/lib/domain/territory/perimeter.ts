import { slugOf } from './slug.ts';
import type { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

/**
 * A perimeter is a list of slugs; a slug after `-` is taken out, whatever the order. So
 * `38`, `200040715`, `-38421` is the département and the intercommunalité, but not that commune.
 */
export type PerimeterToken = string;

/** Before a slug: what it designates is left out. */
export const EXCLUSION = '-';

/** A token that does not designate a commune of today as such, and what was taken in its place. */
export interface Replacement {
  /** As written, in capitals, without its `-`. */
  code: string;
  why: 'merged' | 'arrondissement';
  /** Name of the former commune or of the arrondissement; `null` where the source keeps the code only. */
  name: string | null;
  into: Territory;
  excluded: boolean;
}

export interface ResolvedPerimeter {
  /** Communes of today, each once, in the order of the columns. */
  communes: readonly Territory[];
  /** Tokens that designate nothing, as given. */
  unknown: readonly PerimeterToken[];
  replaced: readonly Replacement[];
}

const isExclusion = (token: PerimeterToken): boolean => token.startsWith(EXCLUSION);

/** The slug of a token, in capitals, without the mark of an exclusion. */
export const slugOfToken = (token: PerimeterToken): string =>
  (isExclusion(token) ? token.slice(EXCLUSION.length) : token).trim().toUpperCase();

/**
 * The communes that tokens designate: all those named, less all those taken out. A code of a commune
 * that joined another stands for that one, an arrondissement for its city; both are listed, one by
 * one. Never throws.
 */
export function resolvePerimeter(
  tokens: readonly PerimeterToken[],
  territories: Territories,
): ResolvedPerimeter {
  const all = territories.all('commune');
  const inside = new Uint8Array(all.length);
  const unknown: PerimeterToken[] = [];
  const replaced: Replacement[] = [];
  const ordered = [
    ...tokens.filter((token) => !isExclusion(token)),
    ...tokens.filter((token) => isExclusion(token)),
  ];
  for (const token of ordered) {
    const excluded = isExclusion(token);
    const found = designate(slugOfToken(token), territories);
    if (!found) {
      unknown.push(token);
      continue;
    }
    if (found.why !== 'itself') {
      const { why, name } = found;
      replaced.push({ code: slugOfToken(token), why, name, into: found.territory, excluded });
    }
    for (const { ordinal } of territories.communes(found.territory)) inside[ordinal] = excluded ? 0 : 1;
  }
  return { communes: all.filter(({ ordinal }) => inside[ordinal] === 1), unknown, replaced };
}

type Designated =
  | { why: 'itself'; territory: Territory }
  | { why: Replacement['why']; territory: Territory; name: string | null };

function designate(slug: string, territories: Territories): Designated | null {
  const territory = territories.bySlug(slug);
  if (territory?.level === 'arrondissement') {
    const city = territories.parents(territory).commune;
    return city ? { why: 'arrondissement', territory: city, name: territory.name } : null;
  }
  if (territory) return { why: 'itself', territory };
  const former = territories.former(slug);
  const successor = former && territories.successor(slug);
  return successor ? { why: 'merged', territory: successor, name: former.name } : null;
}

/** The token of a territory, or of its exclusion. */
export const tokenOf = (
  { level, code }: Pick<Territory, 'level' | 'code'>,
  excluded = false,
): PerimeterToken => (excluded ? EXCLUSION : '') + slugOf(level, code);
