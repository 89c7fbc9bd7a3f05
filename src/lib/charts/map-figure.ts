import type { Classification } from '../domain/classify/classification.ts';
import type { ClassMethod } from '../domain/classify/method.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import { PLACE_KINDS, type PlaceKind } from '../domain/places/place.ts';
import type { Territory } from '../domain/territory/territory.ts';
import { classColours } from '../styles/class-colours.ts';
import {
  drawChoropleth,
  type Area,
  type Choropleth,
  type ChoroplethInput,
  type Edge,
  type MapPoint,
} from './choropleth.ts';
import { fillOf, type Fill } from './fills.ts';
import { legendEntries, type LegendEntry } from './legend.ts';
import type { Outline } from './outline-path.ts';
import { boxAround, fitProjection, type Box } from './projection.ts';
import { drawZones, type ZoneDrawing, type ZoneMark } from './zone-drawing.ts';

/** A part of the country drawn apart, at its own scale. */
export interface Inset {
  name: string;
  map: Choropleth;
  zones?: ZoneDrawing[];
}

/** What stands around a map: known before any outline is read. */
export interface MapLayout {
  width: number;
  height: number;
  colours: string[];
  entries: LegendEntry[];
  /** Kinds of places drawn on it. */
  kinds: PlaceKind[];
}

/** A map with everything that must stand around it. */
export interface MapFigure extends MapLayout {
  map: Choropleth;
  insets: Inset[];
  /** Neighbourhoods drawn over the territories. */
  zones?: ZoneDrawing[];
}

export interface MapLayoutInput {
  indicator: Indicator;
  classification: Classification;
  /** How it was cut, which decides of the colours. */
  method?: ClassMethod;
  /** One a class, where the indicator alone does not decide of them: a crossing. */
  colours?: readonly string[];
  /** The territories to paint, of one level; those without a box have no outline and are left out. */
  territories: readonly Territory[];
  points?: readonly MapPoint[];
  width: number;
  /** Room left for insets at the left, and the régions drawn in them. */
  insets?: readonly { name: string; box: Box; region: string }[];
  /** Where the territories alone would not tell: the box to show. */
  box?: Box;
}

export interface MapFigureInput extends MapLayoutInput {
  outlines: ReadonlyMap<string, Outline>;
  edges?: readonly Edge[];
  zones?: readonly ZoneMark[];
}

const MARGIN = 14;
/** Room at the foot for the scale bar. */
const FOOT = 22;
const INSET_WIDTH = 118;
const INSET_GAP = 8;

/** Height over width of a box on the ground. */
export function aspectOf([west, south, east, north]: Box): number {
  const width = Math.max(1e-6, east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
  return Math.max(1e-6, north - south) / width;
}

const boxed = ({ bbox }: Territory): boolean => bbox !== null;

/** The territories of the main drawing: those of no inset. */
function inMain({ territories, insets = [] }: MapLayoutInput): Territory[] {
  const apart = new Set(insets.map(({ region }) => region));
  return territories.filter(
    (territory) => boxed(territory) && (territory.region === null || !apart.has(territory.region)),
  );
}

const boxOf = (input: MapLayoutInput): Box | null =>
  input.box ?? boxAround(inMain(input).map(({ bbox }) => bbox));

const leftOf = ({ insets = [] }: MapLayoutInput): number => (insets.length > 0 ? INSET_WIDTH + INSET_GAP : 0);

const innerWidth = (input: MapLayoutInput): number => input.width - leftOf(input) - 2 * MARGIN;

/** Size, colours and legend of a map; `null` when nothing has an outline, or a figure. */
export function layOutMap(input: MapLayoutInput): MapLayout | null {
  const { indicator, classification, width } = input;
  const box = boxOf(input);
  const fills: Fill[] = input.territories.filter(boxed).map(({ ordinal }) => fillOf(classification, ordinal));
  if (!box || fills.every((fill) => fill === 'absent')) return null;
  const kinds = new Set((input.points ?? []).map(({ kind }) => kind));
  return {
    width,
    height: Math.round(Math.min(1.25, Math.max(0.5, aspectOf(box))) * innerWidth(input) + 2 * MARGIN + FOOT),
    colours: input.colours ? [...input.colours] : classColours(indicator, classification, input.method),
    entries: legendEntries(indicator, classification, fills),
    kinds: PLACE_KINDS.filter((kind) => kinds.has(kind)),
  };
}

/** Draws a territory, its insets and places; `null` where there is nothing to lay out. */
export function drawMapFigure(input: MapFigureInput): MapFigure | null {
  const { classification, outlines, insets = [] } = input;
  const layout = layOutMap(input);
  const box = boxOf(input);
  if (!layout || !box) return null;
  const { height } = layout;
  const areasOf = (territories: readonly Territory[]): Area[] =>
    territories.flatMap(({ code, ordinal }) => {
      const outline = outlines.get(code);
      return outline ? [{ outline, fill: fillOf(classification, ordinal) }] : [];
    });
  const each = (height - INSET_GAP) / Math.max(1, insets.length) - INSET_GAP;
  const draw = (drawn: Omit<ChoroplethInput, 'points'>): { map: Choropleth; zones?: ZoneDrawing[] } => ({
    map: drawChoropleth({ ...drawn, points: input.points }),
    ...(input.zones && {
      zones: drawZones(
        input.zones,
        fitProjection(drawn.kind, drawn.box, drawn.viewport).project,
        drawn.viewport,
      ),
    }),
  });
  return {
    ...layout,
    ...draw({
      kind: insets.length > 0 ? 'national' : 'local',
      box,
      viewport: {
        x: leftOf(input) + MARGIN,
        y: MARGIN,
        width: innerWidth(input),
        height: height - 2 * MARGIN - FOOT,
      },
      areas: areasOf(inMain(input)),
      edges: input.edges,
    }),
    insets: insets.map(({ name, box: inset, region }, at) => ({
      name,
      ...draw({
        kind: 'local',
        box: inset,
        viewport: {
          x: INSET_GAP + 6,
          y: INSET_GAP + at * (each + INSET_GAP) + 18,
          width: INSET_WIDTH - 12,
          height: each - 24,
        },
        areas: areasOf(input.territories.filter((territory) => territory.region === region)),
      }),
    })),
  };
}
