import { askedFilter } from '#lib/server/queries/access/asked-filter.ts';
import { isoDay } from '#lib/format/date.ts';
import type { ComponentProps } from 'svelte';
import type MapSheet from '#lib/charts/MapSheet.svelte';
import { drawMapFigure } from '#lib/charts/map-figure.ts';
import { boxAround } from '#lib/charts/projection.ts';
import { wrapText } from '#lib/charts/wrap-text.ts';
import { isEstimatedCode, UNCLASSED } from '#lib/domain/classify/classification.ts';
import { PLACE_SOURCES } from '#lib/domain/report/help.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { croisement } from '#lib/messages/croisement.ts';
import { carteImage as words } from '#lib/messages/carte-image.ts';
import { appDatabase } from '#lib/server/app.ts';
import { sourcesInWords } from '#lib/server/export/loaded-sources.ts';
import { overseasRegions } from '#lib/server/queries/map-areas.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { reachOf } from '#lib/server/queries/access/reach.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { crossedWith } from '#lib/view/crossing-view.ts';
import { DISTANCE_MEASURE, type MapView } from '#lib/view/map-view.ts';
import { crossingOf } from './crossing.server.ts';
import { measureOf } from './measure.server.ts';

const WIDTH = 820;

/** What a line of the sheet's foot holds: nothing measures a text on the server. */
const NOTE_CHARACTERS = 180;

/** More places than this hide what is under them. */
const MOST_POINTS = 2_000;

/** What the view frames: the country, or the surroundings of its territory. */
interface Frame {
  territories: readonly Territory[];
  /** The territory framed, if any. */
  around: Territory | null;
  selected: Territory | null;
}

function frameOf(data: Snapshot, view: MapView, level: MapLevel): Frame {
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

/** A view as a sheet; `null` when it has no figures or no outlines. */
export async function drawView(
  data: Snapshot,
  view: MapView,
  date: string,
): Promise<ComponentProps<typeof MapSheet> | null> {
  const automatic = view.level === 'auto' ? 'departement' : view.level;
  const second = crossedWith(view);
  const distant = view.layer === 'distance' || second === DISTANCE_MEASURE;
  const level: MapLevel = distant ? 'commune' : automatic;
  const frame = frameOf(data, view, level);
  const first = await measureOf(data, view, level);
  if (!first) return null;
  const crossing = second === null ? null : await crossingOf(data, view, level, first);
  const measure = crossing ?? first;
  const { subject, classification, method } = measure;
  const database = appDatabase();
  const country = frame.around === null;
  const detail = country || frame.territories.length > 1_000 ? 'national' : 'local';
  const [outlines, regions, selected] = await Promise.all([
    readOutlines(database, level, detail, country ? undefined : frame.territories.map(({ code }) => code)),
    country && level !== 'region' ? readOutlines(database, 'region', 'national') : new Map<string, never>(),
    frame.selected
      ? readOutlines(database, frame.selected.level, detail, [frame.selected.code])
      : new Map<string, never>(),
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
    width: WIDTH,
    insets,
    ...(mainland && { box: mainland }),
  });
  if (!figure) return null;
  const estimated = frame.territories.filter(({ ordinal }) =>
    isEstimatedCode(classification.codes[ordinal] ?? UNCLASSED.absent),
  ).length;
  return {
    figure,
    title: words.title(crossing?.title ?? subject.label, frame.around ? formatName(frame.around) : null),
    legend: crossing ? croisement.image.legend : words.legend(subject.unit, subject.year),
    square: crossing?.square ?? null,
    counted: words.counted[level],
    notes: [
      ...(data.demonstration ? [words.demonstration] : []),
      words.source(measure.sources, date),
      ...(figure.kinds.length > 0 ? [words.places(sourcesInWords(data, PLACE_SOURCES))] : []),
      ...(estimated > 0 ? [words.estimated(formatNumber(estimated), words.counted[level])] : []),
      ...(view.second === null || crossing ? [] : [words.second]),
      words.outlines,
    ].flatMap((note) => wrapText(note, NOTE_CHARACTERS, ({ length }) => length)),
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
