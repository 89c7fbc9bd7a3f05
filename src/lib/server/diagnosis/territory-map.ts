import type { Edge } from '../../charts/choropleth.ts';
import {
  drawMapFigure,
  layOutMap,
  type MapFigure,
  type MapLayout,
  type MapLayoutInput,
} from '../../charts/map-figure.ts';
import { DISTANCE } from '../../domain/access/distance-indicator.ts';
import type { Classification } from '../../domain/classify/classification.ts';
import { DEFAULT_INDICATOR, indicator } from '../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { NO_FILTER, type PlaceFilter } from '../../domain/places/filter.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Database } from '../db/client.ts';
import {
  distanceClasses,
  mapSubject,
  overseasRegions,
  pageClasses,
  type MapSubject,
} from '../queries/map-areas.ts';
import { remember } from '../queries/memo.ts';
import { readOutlines } from '../queries/outlines.ts';
import { placesWithin, reachOf } from '../queries/access/reach.ts';
import type { Snapshot } from '../queries/snapshot.ts';

export interface MapRequest {
  territory: Territory;
  indicator: Indicator;
  width: number;
  /** Places drawn over it: those of the filter, or none. */
  filter: PlaceFilter | null;
}

/** The map of a territory's page: the default poverty layer, with every place. */
export const pageMap = (territory: Territory): MapRequest => ({
  territory,
  indicator: indicator(DEFAULT_INDICATOR),
  width: PAGE_WIDTH,
  filter: territory.level === 'france' ? null : NO_FILTER,
});

const PAGE_WIDTH = 560;

/** More places than this hide what is under them. */
const MOST_POINTS = 400;

/** The map of a territory, kept with the snapshot; `null` without outlines or figures. */
export function territoryMap(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  request: MapRequest,
): Promise<MapFigure | null> {
  const { territory, indicator, width, filter } = request;
  const slug = slugOf(territory.level, territory.code);
  const key = [indicator.id, slug, width, JSON.stringify(filter)].join('/');
  return remember(data, 'territory-map', key, () => draw(data, database, request), 400);
}

/** Size and legend of the same map, without reading an outline: the drawing is an image of its own. */
export async function territoryMapLayout(data: Snapshot, request: MapRequest): Promise<MapLayout | null> {
  const input = await inputOf(data, request);
  return input && layOutMap(input);
}

async function inputOf(
  data: Snapshot,
  request: MapRequest,
): Promise<(MapLayoutInput & { subject: MapSubject }) | null> {
  const { territory, indicator, width, filter } = request;
  const subject = mapSubject(data, territory);
  const classification = await classesFor(data, indicator, subject.level, filter);
  if (!classification) return null;
  const points = filter
    ? placesWithin(reachOf(data, filter), subject.territories).flatMap(({ lon, lat, kind }) =>
        lon !== null && lat !== null ? [{ lon, lat, kind }] : [],
      )
    : [];
  return {
    subject,
    indicator,
    classification,
    territories: subject.territories,
    points: points.length > MOST_POINTS ? [] : points,
    width,
    insets: territory.level === 'france' ? overseasRegions(data) : [],
  };
}

async function draw(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  request: MapRequest,
): Promise<MapFigure | null> {
  const input = await inputOf(data, request);
  if (!input) return null;
  const { subject } = input;
  const edgeOf = async (of: Territory | null, role: Edge['role']): Promise<Edge[]> => {
    if (!of || of.level === 'france') return [];
    const outline = (await readOutlines(database, of.level, 'local', [of.code])).get(of.code);
    return outline ? [{ outline, role }] : [];
  };
  const codes = subject.territories.map(({ code }) => code);
  const [outlines, parent, selected] = await Promise.all([
    readOutlines(database, subject.level, subject.detail, codes),
    edgeOf(subject.parent, 'parent'),
    edgeOf(subject.selected, 'selected'),
  ]);
  return drawMapFigure({ ...input, outlines, edges: [...parent, ...selected] });
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
