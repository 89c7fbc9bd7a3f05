import { drawChoropleth, type Area, type Choropleth, type Edge } from './choropleth.ts';
import { fitProjection, type Box } from './projection.ts';

/** A small map of who is reached, with what stands on it numbered. */
export interface StandingMap {
  width: number;
  height: number;
  map: Choropleth;
  /** Colour of each class. */
  colours: readonly string[];
  marks: { x: number; y: number; text: string; isClosed: boolean }[];
}

export interface StandingMapInput {
  box: Box;
  width: number;
  areas: readonly Area[];
  edges: readonly Edge[];
  colours: readonly string[];
  marks: readonly { lon: number; lat: number; text: string; isClosed: boolean }[];
}

const MARGIN = 8;
/** Room at the foot for the scale bar. */
const FOOT = 22;
/** Height over width, at most and at least. */
const TALLEST = 1.15;
const FLATTEST = 0.6;

/** Draws a territory: the same box always makes the same frame, so that maps of one territory lie side by side. */
export function drawStandingMap({ box, width, areas, edges, colours, marks }: StandingMapInput): StandingMap {
  const [west, south, east, north] = box;
  const across = Math.max(1e-6, (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180));
  const aspect = Math.min(TALLEST, Math.max(FLATTEST, (north - south) / across));
  const inner = width - 2 * MARGIN;
  const viewport = { x: MARGIN, y: MARGIN, width: inner, height: Math.round(aspect * inner) };
  const { project } = fitProjection('local', box, viewport);
  const round = (pixels: number): number => Math.round(pixels * 10) / 10;
  return {
    width,
    height: viewport.height + 2 * MARGIN + FOOT,
    map: drawChoropleth({ kind: 'local', box, viewport, areas, edges }),
    colours,
    marks: marks.map(({ lon, lat, ...mark }) => {
      const [x, y] = project(lon, lat);
      return { ...mark, x: round(x), y: round(y) };
    }),
  };
}
