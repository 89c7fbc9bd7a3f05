import type { MapLevel } from '#lib/domain/territory/level.ts';
import type { MapView } from '#lib/view/map-view.ts';

/** The level that one ranks: the one asked for, communes by default, or the finest that is known; `null` when none is. */
export function rankedLevel(view: Pick<MapView, 'level'>, available: readonly MapLevel[]): MapLevel | null {
  const asked = view.level === 'auto' ? 'commune' : view.level;
  return available.includes(asked) ? asked : (available[0] ?? null);
}
