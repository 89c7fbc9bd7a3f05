import { classify, type Classification } from '../../domain/classify/classification.ts';
import { classifyDistances } from '../../domain/classify/distance-classes.ts';
import { DEFAULT_CLASSES } from '../../domain/classify/method.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { PlaceFilter } from '../../domain/places/filter.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { remember } from './memo.ts';
import { reachOf } from './access/reach.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Fixed limits where quantiles would say nothing: most communes are near 100 % of fibre, and four of
 * the five quantile classes would stand above 92 %.
 */
const FIXED_BREAKS: Readonly<Record<string, readonly number[]>> = { 'fibre-2026': [50, 80, 95] };

/** A whole level in classes, for a page without controls: quantiles, or fixed limits; `null` without figures. */
export async function pageClasses(
  data: Snapshot,
  indicator: Indicator,
  level: Level,
): Promise<Classification | null> {
  const manual = FIXED_BREAKS[indicator.id];
  return remember(data, 'page-classes', `${indicator.id}/${level}`, async () => {
    const column = data.column(indicator.id, level);
    if (!column) return null;
    const cut = manual
      ? ({ method: 'manual', classes: manual.length + 1, manual } as const)
      : ({ method: 'quantile', classes: DEFAULT_CLASSES } as const);
    return classify(column, indicator, cut);
  });
}

/** Communes in classes of distance to the nearest matching place. */
export const distanceClasses = (data: Snapshot, filter: PlaceFilter): Classification =>
  remember(
    data,
    'distance-classes',
    JSON.stringify(filter),
    () => classifyDistances(reachOf(data, filter).distances),
    32,
  );

/** What a territory's map paints, and whose outline it draws over. */
export interface MapSubject {
  level: Level;
  territories: readonly Territory[];
  detail: 'local' | 'national';
  selected: Territory | null;
  parent: Territory | null;
}

/** More communes than this are drawn with the national outlines. */
const FINE_LIMIT = 1_000;

/**
 * A commune is shown within its intercommunalité (its département without one), an arrondissement
 * within its city, a group with its communes, the country by intercommunalité.
 */
export function mapSubject(data: Snapshot, territory: Territory): MapSubject {
  const { territories } = data;
  const parents = territories.parents(territory);
  if (territory.level === 'france') {
    return {
      level: 'epci',
      territories: territories.all('epci'),
      detail: 'national',
      selected: null,
      parent: null,
    };
  }
  if (territory.level === 'arrondissement') {
    const city = parents.commune ?? null;
    const parts = city ? territories.arrondissements(city) : [territory];
    return {
      level: 'arrondissement',
      territories: parts,
      detail: 'local',
      selected: territory,
      parent: city,
    };
  }
  const frame =
    territory.level === 'commune' ? (parents.epci ?? parents.departement ?? territory) : territory;
  const communes = territories.communes(frame);
  return {
    level: 'commune',
    territories: communes,
    detail: communes.length > FINE_LIMIT ? 'national' : 'local',
    selected: territory.level === 'commune' ? territory : null,
    parent: frame,
  };
}

/** The overseas régions with an outline, to be drawn apart; empty where there are none. */
export const overseasRegions = (
  data: Snapshot,
): { name: string; region: string; box: [number, number, number, number] }[] =>
  data.territories
    .all('region')
    .flatMap(({ zone, name, code, bbox }) =>
      zone === 'drom' && bbox ? [{ name, region: code, box: bbox }] : [],
    );
