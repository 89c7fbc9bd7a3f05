import type { ZoneKind } from '../domain/zones/zone.ts';
import { outlinePath, type Outline } from './outline-path.ts';
import type { FittedProjection, Viewport } from './projection.ts';

/** A neighbourhood to show: its outline, or from far the point that stands for it. */
export interface ZoneMark {
  kind: ZoneKind;
  lon: number;
  lat: number;
  /** `null`: shown as a point. */
  outline: Outline | null;
}

/** The neighbourhoods of a kind, ready to be written as SVG. */
export interface ZoneDrawing {
  kind: ZoneKind;
  /** One path for all the outlines; empty without any. */
  d: string;
  points: { x: number; y: number }[];
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** Draws the neighbourhoods that stand in a rectangle, a drawing for each kind that has some there. */
export function drawZones(
  marks: readonly ZoneMark[],
  project: FittedProjection['project'],
  { x, y, width, height }: Viewport,
): ZoneDrawing[] {
  const drawings = new Map<ZoneKind, ZoneDrawing>();
  for (const { kind, lon, lat, outline } of marks) {
    const [px, py] = project(lon, lat);
    if (px < x || px > x + width || py < y || py > y + height) continue;
    const drawing = drawings.get(kind) ?? { kind, d: '', points: [] };
    drawings.set(kind, drawing);
    if (outline) drawing.d += outlinePath(outline, project, true);
    else drawing.points.push({ x: round(px), y: round(py) });
  }
  return [...drawings.values()];
}
