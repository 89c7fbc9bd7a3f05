import { askedFilter } from '../queries/access/asked-filter.ts';
import { isoDay } from '../../format/date.ts';
import type { ComponentProps } from 'svelte';
import type MapSheet from '../../charts/MapSheet.svelte';
import { drawMapFigure, type MapFigure } from '../../charts/map-figure.ts';
import { boxAround } from '../../charts/projection.ts';
import { wrapText } from '../../charts/wrap-text.ts';
import { isEstimatedCode, UNCLASSED } from '../../domain/classify/classification.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import { formatNumber } from '../../format/number.ts';
import { croisement } from '../../messages/croisement.ts';
import { carteImage as words } from '../../messages/carte-image.ts';
import type { Database } from '../db/client.ts';
import { sourcesInWords } from '../export/loaded-sources.ts';
import { overseasRegions } from '../queries/map-areas.ts';
import { readOutlines } from '../queries/outlines.ts';
import { reachOf } from '../queries/access/reach.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { crossedWith } from '../../view/crossing-view.ts';
import { DISTANCE_MEASURE, type MapView } from '../../view/map-view.ts';
import { crossingOf, type CrossedMeasures } from './crossing.ts';
import { frameOf, membersLevel, type Frame } from './frame.ts';
import { measureOf, type Measure } from './measure.ts';
import { viewWords } from './view-words.ts';
import { zonesOfView } from './zones-of-view.ts';

/** Width of the drawing of a sheet. */
const SHEET_WIDTH = 820;

/** What a line of the sheet's foot holds: nothing measures a text on the server. */
const NOTE_CHARACTERS = 180;

/** More places than this hide what is under them. */
const MOST_POINTS = 2_000;

/** A view drawn, with what must be said of it. */
export interface DrawnView {
  figure: MapFigure;
  level: MapLevel;
  frame: Frame;
  /** What it is coloured by: two measures where they are crossed. */
  measure: Measure;
  crossing: CrossedMeasures | null;
  /** Territories drawn with an estimated figure. */
  estimated: number;
  /** What must be said of the neighbourhoods asked for. */
  zones: readonly string[];
}

/**
 * The levels that a view can be drawn at, the first that has figures being drawn: where it leaves it to the
 * map, that of the members of what it frames; départements read best over a whole country.
 */
function drawnLevels(data: Snapshot, view: MapView): readonly MapLevel[] {
  if (view.layer === 'distance' || crossedWith(view) === DISTANCE_MEASURE) return ['commune'];
  if (view.level !== 'auto') return [view.level];
  const around = view.territory === null ? null : data.territories.bySlug(view.territory);
  return [...new Set<MapLevel>([membersLevel(around ?? null), 'departement', 'epci', 'region', 'commune'])];
}

/** The first layer of a view, at the first of its levels that has figures; `null` without any. */
async function firstMeasure(
  data: Snapshot,
  view: MapView,
): Promise<{ level: MapLevel; first: Measure } | null> {
  for (const level of drawnLevels(data, view)) {
    const first = await measureOf(data, view, level);
    if (first) return { level, first };
  }
  return null;
}

/** Draws a view at a width in pixels; `null` when it has no figures or no outlines. */
export async function drawFigure(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  view: MapView,
  width: number,
): Promise<DrawnView | null> {
  const second = crossedWith(view);
  const measured = await firstMeasure(data, view);
  if (!measured) return null;
  const { level, first } = measured;
  const frame = frameOf(data, view, level);
  const crossing = second === null ? null : await crossingOf(data, view, level, first);
  const measure = crossing ?? first;
  const { subject, classification, method } = measure;
  const country = frame.around === null;
  const detail = country || frame.territories.length > 1_000 ? 'national' : 'local';
  const [outlines, regions, selected, zones] = await Promise.all([
    readOutlines(database, level, detail, country ? undefined : frame.territories.map(({ code }) => code)),
    country && level !== 'region' ? readOutlines(database, 'region', 'national') : new Map<string, never>(),
    frame.selected
      ? readOutlines(database, frame.selected.level, detail, [frame.selected.code])
      : new Map<string, never>(),
    zonesOfView(data, database, view, frame, width),
  ]);
  const insets = country ? overseasRegions(data) : [];
  const apart = new Set(insets.map(({ region }) => region));
  const mainland = country
    ? boxAround(
        data.territories
          .all('region')
          .filter(({ code, zone }) => zone !== 'com' && !apart.has(code))
          .map(({ bbox }) => bbox),
      )
    : null;
  const figure = drawMapFigure({
    indicator: subject,
    classification,
    method,
    ...(crossing && { colours: crossing.colours }),
    territories: frame.territories,
    outlines,
    edges: [
      ...[...regions]
        .filter(([code]) => !apart.has(code))
        .map(([, outline]) => ({ outline, role: 'parent' as const })),
      ...[...selected.values()].map((outline) => ({ outline, role: 'selected' as const })),
    ],
    points: view.places ? pointsOf(data, view, frame) : [],
    zones: zones.marks,
    width,
    insets,
    ...(mainland && { box: mainland }),
  });
  if (!figure) return null;
  const estimated = frame.territories.filter(({ ordinal }) =>
    isEstimatedCode(classification.codes[ordinal] ?? UNCLASSED.absent),
  ).length;
  return { figure, level, frame, measure, crossing, estimated, zones: zones.notes };
}

/** What must be said under a drawing beside its sources: places, estimates, outlines. */
export const drawnRemarks = (data: Snapshot, view: MapView, drawn: DrawnView): string[] => {
  const { figure, level, crossing, estimated } = drawn;
  return [
    ...(figure.kinds.length > 0 ? [words.places(sourcesInWords(data, PLACE_SOURCES))] : []),
    ...(estimated > 0 ? [words.estimated(formatNumber(estimated), words.counted[level])] : []),
    ...drawn.zones,
    ...(view.second === null || crossing ? [] : [words.second]),
    words.outlines,
  ];
};

/** What must be said under a drawing that stands alone: sources and day, then the rest. */
const drawnNotes = (data: Snapshot, view: MapView, drawn: DrawnView, date: string): string[] => [
  ...(data.demonstration ? [words.demonstration] : []),
  words.source(drawn.measure.sources, date),
  ...drawnRemarks(data, view, drawn),
];

/** What a drawing is called, with the territory that it frames, and the unit and year of its figures. */
export const drawnWords = ({ measure, crossing, frame }: DrawnView): { title: string; unit: string } =>
  crossing
    ? {
        title: viewWords({ ...measure.subject, label: crossing.title }, frame).title,
        unit: croisement.image.legend,
      }
    : viewWords(measure.subject, frame);

/** A view as a sheet; `null` when it has no figures or no outlines. */
export async function drawView(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  view: MapView,
  date: string,
): Promise<ComponentProps<typeof MapSheet> | null> {
  const drawn = await drawFigure(data, database, view, SHEET_WIDTH);
  if (!drawn) return null;
  const { title, unit } = drawnWords(drawn);
  return {
    figure: drawn.figure,
    title,
    legend: unit,
    square: drawn.crossing?.square ?? null,
    counted: words.counted[drawn.level],
    notes: drawnNotes(data, view, drawn, date).flatMap((note) =>
      wrapText(note, NOTE_CHARACTERS, ({ length }) => length),
    ),
  };
}

function pointsOf(data: Snapshot, view: MapView, frame: Frame) {
  const communes = frame.around && new Set(data.territories.communes(frame.around).map(({ code }) => code));
  const points = reachOf(data, askedFilter(view, isoDay(new Date()))).places.flatMap(
    ({ lon, lat, kind, commune }) =>
      lon !== null && lat !== null && (communes === null || (commune !== null && communes.has(commune)))
        ? [{ lon, lat, kind }]
        : [],
  );
  return points.length > MOST_POINTS ? [] : points;
}
