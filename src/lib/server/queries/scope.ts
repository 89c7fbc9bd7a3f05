import { resolvePerimeter, type PerimeterToken } from '../../domain/territory/perimeter.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Snapshot } from './snapshot.ts';

/** What a ranking is held to. */
export interface Asked {
  /** Slug of a territory; `null`: the whole country. */
  within: string | null;
  /** Fewest inhabitants; 0: no limit. Who has an unknown population is left out under a limit. */
  least: number;
  perimeter: { tokens: readonly PerimeterToken[]; name: string };
}

/** Whom one ranks, when it is not everybody. */
export interface Scope {
  /** The territory they belong to, if it is one. */
  territory: Territory | null;
  /** Communes of the perimeter, in column order; `null` without a perimeter. */
  perimeter: readonly number[] | null;
  /** Those ranked at each level: a group counts when at least one of its communes does. */
  members: Record<MapLevel, readonly number[]>;
  /** Slugs and tokens that designate nothing. */
  unknown: readonly string[];
}

/** The scope of a view; `null` for the whole country. */
export function scopeOf(data: Snapshot, { within, least, perimeter }: Asked): Scope | null {
  const held = heldTo(data, within, perimeter);
  if (least === 0) return held;
  const scope = held ?? { territory: null, perimeter: null, members: everybody(data), unknown: [] };
  const peopled = (level: MapLevel): number[] => {
    const all = data.territories.all(level);
    return scope.members[level].filter((ordinal) => (all[ordinal]?.population ?? 0) >= least);
  };
  return { ...scope, members: byLevel(peopled) };
}

function heldTo(data: Snapshot, within: string | null, perimeter: Asked['perimeter']): Scope | null {
  const { territories } = data;
  const territory = within === null ? null : (territories.bySlug(within) ?? null);
  const unknown = within !== null && !territory ? [within] : [];
  const chosen = perimeter.tokens.length === 0 ? null : resolvePerimeter(perimeter.tokens, territories);
  if (!chosen && (!territory || territory.level === 'france'))
    return unknown.length === 0
      ? null
      : { territory: null, perimeter: null, members: everybody(data), unknown };
  const inside = territory && new Set(territories.communes(territory).map(({ ordinal }) => ordinal));
  const all = chosen?.communes ?? territories.all('commune');
  const communes = inside ? all.filter(({ ordinal }) => inside.has(ordinal)) : all;
  return {
    territory,
    perimeter: chosen && chosen.communes.map(({ ordinal }) => ordinal),
    members: byLevel((level) => (level === 'commune' ? ordinals(communes) : groupsOf(data, communes, level))),
    unknown: [...unknown, ...(chosen?.unknown ?? [])],
  };
}

const ordinals = (territories: readonly Territory[]): number[] => territories.map(({ ordinal }) => ordinal);

const byLevel = (make: (level: MapLevel) => number[]): Scope['members'] => ({
  commune: make('commune'),
  epci: make('epci'),
  departement: make('departement'),
  region: make('region'),
});

const everybody = ({ territories }: Snapshot): Scope['members'] =>
  byLevel((level) => ordinals(territories.all(level)));

/** The groups of a level that some communes are in, in column order. */
function groupsOf(
  data: Snapshot,
  communes: readonly Territory[],
  level: Exclude<MapLevel, 'commune'>,
): number[] {
  const codes = new Set(communes.map((commune) => commune[level]));
  return ordinals(data.territories.all(level).filter(({ code }) => codes.has(code)));
}
