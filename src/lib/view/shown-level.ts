import { MAP_LEVELS, type MapLevel } from '../domain/territory/level.ts';

/** From this zoom on, communes are large enough to be told apart; under it, groups of them read better. */
export const COMMUNE_ZOOM = 7.5;

/** Zoom of a whole-country view, before a map has said its own. */
export const NATIONAL_ZOOM = 5;

export interface ShownLevel {
  level: MapLevel;
  /** A level that was asked for and has no figures; `null` when what is shown is what was asked. */
  missing: MapLevel | null;
}

/**
 * The level to draw: the one asked for, or by zoom; among those that have figures. An indicator that
 * does not aggregate shows communes.
 */
export function shownLevel(
  asked: MapLevel | 'auto',
  zoom: number,
  available: readonly MapLevel[],
): ShownLevel {
  if (asked !== 'auto') {
    if (available.includes(asked)) return { level: asked, missing: null };
    return { level: finest(available), missing: asked };
  }
  const wanted: MapLevel = zoom < COMMUNE_ZOOM ? 'epci' : 'commune';
  return { level: available.includes(wanted) ? wanted : finest(available), missing: null };
}

const finest = (available: readonly MapLevel[]): MapLevel =>
  MAP_LEVELS.find((level) => available.includes(level)) ?? 'commune';
