import { error } from '@sveltejs/kit';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { cadre as words } from '#lib/messages/cadre.ts';
import { membersLevel } from '#lib/server/map-view/frame.ts';
import { findTerritory } from '#lib/server/queries/find-territory.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { DISTANCE_MEASURE, type MapView } from '#lib/view/map-view.ts';

/** The territory of a slug, old codes included; 404 in French for one that is none. */
export function territoryOf(data: Snapshot, slug: string): Territory {
  const found = findTerritory(data.territories, slug);
  if (found.kind === 'found') return found.territory;
  const territory = found.kind === 'unknown' ? null : data.territories.bySlug(found.slug);
  return territory ?? error(404, words.unknown(slug.slice(0, 40)));
}

/**
 * A view of the map as it is embedded: the camera is left to the frame, a level that is left to the map is
 * that of the members of the territory shown, and neighbourhoods stay on the map itself.
 */
export function framedView(data: Snapshot, view: MapView): MapView & { level: MapLevel } {
  const territory = view.territory === null ? null : territoryOf(data, view.territory);
  const distant = view.layer === 'distance' || view.second === DISTANCE_MEASURE;
  const level = distant ? 'commune' : view.level === 'auto' ? membersLevel(territory) : view.level;
  return { ...view, camera: null, zones: [], level };
}
