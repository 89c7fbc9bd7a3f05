import type { Choropleth } from '../charts/choropleth.ts';
import type { Fill } from '../charts/fills.ts';
import type { MapFigure } from '../charts/map-figure.ts';
import { PLACE_KINDS } from '../domain/places/place.ts';
import type { FrozenFigures } from '../domain/strategy/diagnosis/frozen-figures.ts';
import {
  either,
  isAmong,
  isBoolean,
  isLike,
  isList,
  isNumber,
  isObject,
  isOwnHref,
  isText,
  orNull,
  type FieldShapes,
  type Shape,
} from '../domain/strategy/file/shape.ts';
import { LEVELS } from '../domain/territory/level.ts';
import type {
  ComparisonTable,
  CopperTable,
  CountCell,
  Diagnosis,
  DiagnosisMaps,
  GapLines,
  GapTables,
  Neighbourhoods,
  PlaceEntry,
  PrintedMap,
  TerritoryHeader,
} from './diagnosis.ts';

const texts = isList(isText);
const text = orNull(isText);
const kind = isAmong(PLACE_KINDS);

const header: Shape<TerritoryHeader> = isObject({
  name: isText,
  slug: isText,
  level: isAmong(LEVELS),
  levelLabel: isText,
  code: isText,
  population: isText,
  postcodes: texts,
  crumbs: isList(
    isObject<TerritoryHeader['crumbs'][number]>({ label: isText, href: { optional: isOwnHref } }),
  ),
  parents: isList(isObject({ level: isText, name: isText, slug: isText })),
  notices: texts,
});

const comparison: Shape<ComparisonTable> = isObject({
  caption: isText,
  headings: texts,
  rows: isList(
    isObject({
      id: isText,
      label: isText,
      detail: isText,
      cells: isList(isObject({ text: isText, known: isBoolean })),
    }),
  ),
  notes: texts,
});

const copper: Shape<CopperTable> = isObject({
  caption: isText,
  rows: isList(
    isObject({ label: isText, communes: isText, premises: isText, without: isText, share: isText }),
  ),
  notes: texts,
});

const place: Shape<PlaceEntry> = isObject({
  id: isText,
  kind,
  kindLabel: isText,
  name: isText,
  address: isText,
  services: texts,
  hours: text,
  phone: text,
  fees: texts,
  updated: text,
  approximate: isBoolean,
  distance: text,
});

const neighbourhoods: Shape<Neighbourhoods> = isObject({
  loaded: isBoolean,
  sentences: texts,
  rows: isList(
    isObject({
      code: isText,
      name: isText,
      communes: isText,
      population: text,
      inside: isText,
      near: isText,
      walk: isText,
      lacking: isBoolean,
    }),
  ),
  notes: texts,
});

const cell: Shape<CountCell> = isObject({ count: isText, share: isText });

const gap: Shape<GapTables> = isObject({
  people: isList(isObject({ label: isText, communes: isText, people: cell, elders: cell })),
  classes: texts,
  byClass: isList(isObject({ label: isText, cells: isList(cell) })),
  notes: texts,
});

const gaps: Shape<GapLines> = isObject({
  limit: isText,
  lines: isList(
    isObject({ label: isText, href: isOwnHref, people: isText, share: isText, inhabitants: isText }),
  ),
  zones: isList(isObject({ name: isText, text: isText })),
  offer: isList(isObject({ slug: isText, name: isText, places: isText, per10000: isText, hours: isText })),
  change: text,
  href: isOwnHref,
});

/** Classes of a map are nine at most; a file may have more without harm. */
const MOST_CLASSES = 64;

/** The number of a class, a state, or plain land. */
const fill: Shape<Fill> = either<number, Exclude<Fill, number>>(
  (given) => {
    const read = isNumber(given);
    return read !== undefined && Number.isInteger(read) && read >= 0 && read < MOST_CLASSES
      ? read
      : undefined;
  },
  isAmong(['secret', 'absent', 'incomplete', 'land'] as const),
);

/** Commands and numbers of an SVG path. */
const path = isLike(/^[MLHVZmlhvz\d\s,.eE+-]*$/);

const layout = {
  width: isNumber,
  height: isNumber,
  colours: isList(isLike(/^#[\da-f]{6}$/i)),
  entries: isList(isObject({ fill, label: isText, count: isNumber })),
  kinds: isList(kind),
};

const drawing: Shape<Choropleth> = isObject({
  viewport: isObject({ x: isNumber, y: isNumber, width: isNumber, height: isNumber }),
  paths: isList(isObject({ fill, d: path })),
  edges: isList(isObject({ role: isAmong(['parent', 'selected']), d: path })),
  points: isList(isObject({ kind, x: isNumber, y: isNumber })),
  scale: isObject({ length: isNumber, metres: isNumber }),
  border: isNumber,
} satisfies FieldShapes<Choropleth>);

const figure: Shape<MapFigure> = isObject({
  ...layout,
  map: drawing,
  insets: isList(isObject({ name: isText, map: drawing })),
});

const map: Shape<PrintedMap | null> = orNull(
  isObject<PrintedMap>({
    layout: isObject(layout),
    figure,
    title: isText,
    label: isText,
    legend: isText,
    counted: isText,
    notes: texts,
  }),
);

/** A diagnosis that a file brings. */
export const diagnosisShape: Shape<Diagnosis> = isObject<Diagnosis>({
  header,
  date: isText,
  counted: isText,
  context: text,
  findings: isList(
    isObject({ id: isText, text: isText, sources: isList(isObject({ label: isText, href: isOwnHref })) }),
  ),
  need: comparison,
  connection: comparison,
  own: { optional: comparison },
  fibre: orNull(
    isObject<NonNullable<Diagnosis['fibre']>>({
      caption: isText,
      rows: isList(
        isObject<NonNullable<Diagnosis['fibre']>['rows'][number]>({
          label: isText,
          communes: isNumber,
          people: isNumber,
          unknown: { optional: isBoolean },
        }),
      ),
    }),
  ),
  copper: { optional: copper },
  places: isObject({
    count: isNumber,
    total: isText,
    kinds: isText,
    services: isList(isObject({ label: isText, count: isText })),
    entries: isList(place),
    nearest: isList(place),
  }),
  neighbourhoods: { optional: neighbourhoods },
  gap,
  gaps: orNull(gaps),
  ownDistance: text,
  priorities: isObject({
    title: isText,
    rows: isList(
      isObject({
        rank: isText,
        name: isText,
        slug: isText,
        population: isText,
        reasons: texts,
        own: isBoolean,
      }),
    ),
    notes: texts,
  }),
  method: isObject({
    formulas: texts,
    sources: isList(
      isObject({ title: isText, producer: isText, edition: isText, licence: isText, loaded: isText }),
    ),
  }),
  maps: isObject<DiagnosisMaps>({ need: map, connection: map, gap: map }),
});

/** The figures of a diagnosis that a file brings. */
export const figuresShape: Shape<FrozenFigures> = isObject({
  day: isLike(/^\d{4}-\d\d-\d\d$/),
  territory: isText,
  name: isText,
  editions: isList(isObject({ source: isText, title: isText, edition: isText, loaded: isText })),
  figures: isList(
    isObject({
      id: isText,
      label: isText,
      text: isText,
      value: orNull(isNumber),
      year: isText,
      source: isText,
    }),
  ),
});
