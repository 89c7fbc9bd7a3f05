import { drawMapFigure, type MapFigure } from '#lib/charts/map-figure.ts';
import type { Edge } from '#lib/charts/choropleth.ts';
import type { Classification } from '#lib/domain/classify/classification.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import type { PlaceFilter } from '#lib/domain/places/filter.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { appDatabase } from '#lib/server/app.ts';
import { distanceClasses, mapSubject, overseasRegions, pageClasses } from '#lib/server/queries/map-areas.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { reachOf } from '#lib/server/queries/reach.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { DISTANCE } from '#lib/domain/access/distance-indicator.ts';

export interface MapRequest {
  territory: Territory;
  indicator: Indicator;
  width: number;
  /** Places drawn over it: those of the filter, or none. */
  filter: PlaceFilter | null;
}

/** More places than this hide what is under them. */
const MOST_POINTS = 400;

/** The map of a territory, kept with the snapshot; `null` without outlines or figures. */
export function territoryMap(data: Snapshot, request: MapRequest): Promise<MapFigure | null> {
  const { territory, indicator, width, filter } = request;
  const key = [indicator.id, slugOf(territory.level, territory.code), width, JSON.stringify(filter)].join(
    '/',
  );
  return remember(data, 'territory-map', key, () => draw(data, request), 400);
}

async function draw(
  data: Snapshot,
  { territory, indicator, width, filter }: MapRequest,
): Promise<MapFigure | null> {
  const subject = mapSubject(data, territory);
  const classification = await classesFor(data, indicator, subject.level, filter);
  if (!classification) return null;
  const database = appDatabase();
  const edgeOf = async (of: Territory | null, role: Edge['role']): Promise<Edge[]> => {
    if (!of || of.level === 'france') return [];
    const outline = (await readOutlines(database, of.level, 'local', [of.code])).get(of.code);
    return outline ? [{ outline, role }] : [];
  };
  const [outlines, parent, selected] = await Promise.all([
    readOutlines(
      database,
      subject.level,
      subject.detail,
      subject.territories.map(({ code }) => code),
    ),
    edgeOf(subject.parent, 'parent'),
    edgeOf(subject.selected, 'selected'),
  ]);
  const communes = new Set(subject.territories.map(({ code }) => code));
  const points = filter
    ? reachOf(data, filter).places.flatMap(({ lon, lat, kind, commune }) =>
        lon !== null && lat !== null && commune !== null && communes.has(commune) ? [{ lon, lat, kind }] : [],
      )
    : [];
  return drawMapFigure({
    indicator,
    classification,
    territories: subject.territories,
    outlines,
    edges: [...parent, ...selected],
    points: points.length > MOST_POINTS ? [] : points,
    width,
    insets: territory.level === 'france' ? overseasRegions(data) : [],
  });
}

async function classesFor(
  data: Snapshot,
  indicator: Indicator,
  level: Territory['level'],
  filter: PlaceFilter | null,
): Promise<Classification | null> {
  if (indicator.id !== DISTANCE.id) return pageClasses(data, indicator, level);
  return level === 'commune' && filter ? distanceClasses(data, filter) : null;
}
