import type { PlaceKind } from '../domain/places/place.ts';
import type { Fill } from './fills.ts';
import { outlinePath, type Outline } from './outline-path.ts';
import { fitProjection, type Box, type Viewport } from './projection.ts';
import { scaleBarFor, type ScaleBar } from './scale-bar.ts';

/** One territory to paint. */
export interface Area {
  outline: Outline;
  fill: Fill;
}

/** A line over the areas: the territory itself, or what it is part of. */
export interface Edge {
  outline: Outline;
  role: 'parent' | 'selected';
}

export interface MapPoint {
  lon: number;
  lat: number;
  kind: PlaceKind;
}

export interface ChoroplethInput {
  kind: 'national' | 'local';
  /** What must be in sight. */
  box: Box;
  viewport: Viewport;
  areas: Iterable<Area>;
  edges?: Iterable<Edge>;
  points?: Iterable<MapPoint>;
}

/** A map ready to be written as SVG: no more geography in it, only paths and pixels. */
export interface Choropleth {
  viewport: Viewport;
  /** One path for all the areas of a fill. */
  paths: { fill: Fill; d: string }[];
  edges: { role: Edge['role']; d: string }[];
  points: { kind: PlaceKind; x: number; y: number }[];
  scale: ScaleBar;
  /** Width of the lines between areas, pixels: finer where areas are small. */
  border: number;
}

/** A scale bar takes at most this share of the width. */
const SCALE_SHARE = 0.28;

/** Draws areas, lines and points in a rectangle. */
export function drawChoropleth(input: ChoroplethInput): Choropleth {
  const { project, metresPerPixel } = fitProjection(input.kind, input.box, input.viewport);
  const byFill = new Map<Fill, string[]>();
  let areas = 0;
  for (const { outline, fill } of input.areas) {
    const d = outlinePath(outline, project, true);
    const held = byFill.get(fill);
    if (held) held.push(d);
    else byFill.set(fill, [d]);
    areas++;
  }
  const { x, y, width, height } = input.viewport;
  const inside = ([px, py]: [number, number]): boolean =>
    px >= x && px <= x + width && py >= y && py <= y + height;
  const round = (pixels: number): number => Math.round(pixels * 10) / 10;
  return {
    viewport: input.viewport,
    paths: [...byFill].map(([fill, ds]) => ({ fill, d: ds.join('') })),
    edges: [...(input.edges ?? [])].map(({ outline, role }) => ({ role, d: outlinePath(outline, project) })),
    points: [...(input.points ?? [])]
      .map(({ lon, lat, kind }) => ({ kind, at: project(lon, lat) }))
      .filter(({ at }) => inside(at))
      .map(({ kind, at: [px, py] }) => ({ kind, x: round(px), y: round(py) })),
    scale: scaleBarFor(metresPerPixel, width * SCALE_SHARE),
    border: areas > 3_000 ? 0.15 : areas > 600 ? 0.3 : 0.6,
  };
}
