import type { Classification } from '../domain/classify/classification.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import { PLACE_KINDS, type PlaceKind } from '../domain/places/place.ts';
import type { Territory } from '../domain/territory/territory.ts';
import { drawChoropleth, type Area, type Choropleth, type Edge, type MapPoint } from './choropleth.ts';
import { classColours, fillOf, type Fill } from './fills.ts';
import { legendEntries, type LegendEntry } from './legend.ts';
import type { Outline } from './outline-path.ts';
import { boxAround, type Box } from './projection.ts';

/** A part of the country drawn apart, at its own scale. */
export interface Inset {
  name: string;
  map: Choropleth;
}

/** A map with everything that must stand around it. */
export interface MapFigure {
  width: number;
  height: number;
  map: Choropleth;
  insets: Inset[];
  colours: string[];
  entries: LegendEntry[];
  /** Kinds of places drawn on it. */
  kinds: PlaceKind[];
}

export interface MapFigureInput {
  indicator: Indicator;
  classification: Classification;
  /** The territories to paint, of one level. */
  territories: readonly Territory[];
  outlines: ReadonlyMap<string, Outline>;
  edges?: readonly Edge[];
  points?: readonly MapPoint[];
  width: number;
  /** Room left for insets at the left, and the régions drawn in them. */
  insets?: readonly { name: string; box: Box; region: string }[];
  /** Where the territories alone would not tell: the box to show. */
  box?: Box;
}

const MARGIN = 14;
/** Room at the foot for the scale bar. */
const FOOT = 22;
const INSET_WIDTH = 118;
const INSET_GAP = 8;

/** Height over width of a box on the ground. */
function aspectOf([west, south, east, north]: Box): number {
  const width = Math.max(1e-6, east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
  return Math.max(1e-6, north - south) / width;
}

/** Lays out a territory, its insets, places and legend; `null` when nothing has an outline, or a figure. */
export function drawMapFigure(input: MapFigureInput): MapFigure | null {
  const { indicator, classification, outlines, width } = input;
  const insets = input.insets ?? [];
  const apart = new Set(insets.map(({ region }) => region));
  const drawn = input.territories.filter(({ code }) => outlines.has(code));
  const inMain = drawn.filter(({ region }) => region === null || !apart.has(region));
  const box = input.box ?? boxAround(inMain.map((territory) => territory.bbox));
  const fills: Fill[] = drawn.map(({ ordinal }) => fillOf(classification, ordinal));
  if (!box || fills.every((fill) => fill === 'absent')) return null;
  const left = insets.length > 0 ? INSET_WIDTH + INSET_GAP : 0;
  const inner = width - left - 2 * MARGIN;
  const height = Math.round(Math.min(1.25, Math.max(0.5, aspectOf(box))) * inner + 2 * MARGIN + FOOT);
  const areaOf = (territory: Territory): Area => ({
    outline: outlines.get(territory.code) as Outline,
    fill: fillOf(classification, territory.ordinal),
  });
  const map = drawChoropleth({
    kind: insets.length > 0 ? 'national' : 'local',
    box,
    viewport: { x: left + MARGIN, y: MARGIN, width: inner, height: height - 2 * MARGIN - FOOT },
    areas: inMain.map(areaOf),
    edges: input.edges,
    points: input.points,
  });
  const each =
    insets.length === 0 ? 0 : (height - 2 * INSET_GAP - (insets.length - 1) * INSET_GAP) / insets.length;
  const kinds = new Set(map.points.map(({ kind }) => kind));
  return {
    width,
    height,
    map,
    insets: insets.map(({ name, box: inset, region }, at) => ({
      name,
      map: drawChoropleth({
        kind: 'local',
        box: inset,
        viewport: {
          x: INSET_GAP + 6,
          y: INSET_GAP + at * (each + INSET_GAP) + 18,
          width: INSET_WIDTH - 12,
          height: each - 24,
        },
        areas: drawn.filter((territory) => territory.region === region).map(areaOf),
        points: input.points,
      }),
    })),
    colours: classColours(indicator, classification.counts.length),
    entries: legendEntries(indicator, classification, fills),
    kinds: PLACE_KINDS.filter((kind) => kinds.has(kind)),
  };
}
