import type { MapLevel } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { MapView } from '../../view/map-view.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** What the view frames: the country, or the surroundings of its territory. */
export interface Frame {
  territories: readonly Territory[];
  /** The territory framed, if any. */
  around: Territory | null;
  selected: Territory | null;
}

/** The level of what a territory is shown by, where a view leaves it to the map. */
export function membersLevel(territory: Territory | null): MapLevel {
  if (!territory || territory.level === 'france') return 'departement';
  return territory.level === 'region' ? 'departement' : 'commune';
}

/** What a view frames at a level. */
export function frameOf(data: Snapshot, view: MapView, level: MapLevel): Frame {
  const { territories } = data;
  const all = territories.all(level).filter(({ zone }) => zone !== 'com');
  const selected = (view.territory && territories.bySlug(view.territory)) || null;
  if (!selected || selected.level === 'france' || selected.level === level) {
    const parent =
      selected && level === 'commune' ? (territories.parents(selected).departement ?? null) : null;
    if (!parent) return { territories: all, around: null, selected };
    return { territories: territories.communes(parent), around: parent, selected };
  }
  const around =
    selected.level === 'arrondissement' ? (territories.parents(selected).departement ?? selected) : selected;
  const members = new Set(
    territories
      .communes(around)
      .flatMap((commune) => (level === 'commune' ? [commune.code] : [commune[level]])),
  );
  const inside = all.filter(({ code }) => members.has(code));
  return inside.length === 0
    ? { territories: all, around: null, selected }
    : { territories: inside, around, selected: null };
}
