import type { Level } from './level.ts';
import { tokenOf, type PerimeterToken } from './perimeter.ts';
import type { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

/** From the smallest groups to the whole: each step may replace what the steps before wrote. */
const LEVELS = ['ept', 'epci', 'departement', 'region', 'france'] as const satisfies readonly Level[];

/** The order in which tokens are written. */
const WRITTEN: readonly Level[] = ['france', 'region', 'departement', 'epci', 'ept', 'commune'];

/** A territory of the perimeter and what it needs taken out. */
interface Part {
  territory: Territory;
  excluded: readonly Territory[];
  /** Communes of the perimeter that no other part holds. */
  held: number;
}

/**
 * The fewest tokens, or nearly, that designate exactly some communes: a group instead of its communes
 * wherever that is shorter, exclusions included. Groups that straddle others make the exact minimum
 * costly for nothing: each level is tried once, from the smallest. `resolvePerimeter` gives the same
 * communes back.
 */
export function compactPerimeter(
  communes: readonly Pick<Territory, 'ordinal'>[],
  territories: Territories,
): PerimeterToken[] {
  const all = territories.all('commune');
  const inside = new Uint8Array(all.length);
  for (const { ordinal } of communes) inside[ordinal] = 1;
  const partOf = all.map((territory): Part | null =>
    inside[territory.ordinal] ? { territory, excluded: [], held: 1 } : null,
  );
  const groups = LEVELS.flatMap((level) => territories.all(level)).map((group) => ({
    group,
    members: territories.communes(group),
  }));
  const outside = largestOutside(all, groups, inside);
  for (const { group, members } of groups) {
    const part = replacement(group, members, partOf, outside);
    if (!part) continue;
    for (const { ordinal } of members) {
      const before = partOf[ordinal];
      if (!before) continue;
      before.held--;
      part.held++;
      partOf[ordinal] = part;
    }
  }
  const parts = [...new Set(partOf)].filter((part) => part !== null);
  const excluded = new Set(parts.flatMap((part) => part.excluded));
  return [
    ...inOrder(parts.map(({ territory }) => territory)).map((territory) => tokenOf(territory)),
    ...inOrder([...excluded]).map((territory) => tokenOf(territory, true)),
  ];
}

const inOrder = (territories: readonly Territory[]): Territory[] =>
  [...territories].sort(
    (a, b) => WRITTEN.indexOf(a.level) - WRITTEN.indexOf(b.level) || a.ordinal - b.ordinal,
  );

/** For each commune outside, the largest territory around it that lies wholly outside; `null` inside. */
function largestOutside(
  communes: readonly Territory[],
  groups: readonly { group: Territory; members: readonly Territory[] }[],
  inside: Uint8Array,
): (Territory | null)[] {
  const largest = communes.map((commune) => (inside[commune.ordinal] ? null : commune));
  for (const { group, members } of groups) {
    // A group of one is named by its commune.
    if (members.length < 2 || members.some(({ ordinal }) => inside[ordinal])) continue;
    for (const { ordinal } of members) largest[ordinal] = group;
  }
  return largest;
}

/** The group as one part, where that is fewer tokens than the parts that lie wholly in it; else `null`. */
function replacement(
  group: Territory,
  members: readonly Territory[],
  partOf: readonly (Part | null)[],
  outside: readonly (Territory | null)[],
): Part | null {
  const here = new Map<Part, number>();
  for (const { ordinal } of members) {
    const part = partOf[ordinal];
    if (part) here.set(part, (here.get(part) ?? 0) + 1);
  }
  let tokens = 0;
  // A part that goes beyond the group stays anyway: taking its communes over saves nothing.
  for (const [part, held] of here) if (held === part.held) tokens += 1 + part.excluded.length;
  const excluded = new Set<Territory>();
  for (const { ordinal } of members) {
    const territory = outside[ordinal];
    if (territory) excluded.add(territory);
    if (1 + excluded.size >= tokens) return null;
  }
  return tokens > 1 ? { territory: group, excluded: [...excluded], held: 0 } : null;
}
