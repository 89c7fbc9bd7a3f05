import type { Area, Edge } from './choropleth.ts';
import type { Outline } from './outline-path.ts';
import { boxAround, type Box } from './projection.ts';
import { drawStandingMap, type StandingMap } from './standing-map.ts';

/** How a commune stands in the gaps of a strategy. */
export type GapState = 'answered' | 'open' | 'other';

/** A numbered point: a site that a scenario opens, or a place of the directory. */
export interface ActionsMapMark {
  number: number;
  lon: number;
  lat: number;
  isPlace: boolean;
}

export interface ActionsMapInput {
  communes: readonly { outline: Outline; box: Box | null; state: GapState }[];
  /** Outline of the whole perimeter, where there is one. */
  edge: Outline | null;
  marks: readonly ActionsMapMark[];
}

/** The drawing, its fills being patterns to be given under a prefix. */
export interface ActionsMapDrawing extends StandingMap {
  /** Whether each mark is a place, in the order of the marks. */
  places: boolean[];
}

/** Small enough for the numbers to be read on a telephone. */
const WIDTH = 480;
/** Degrees around a lone point. */
const AROUND = 0.02;
const CLASSES: Readonly<Record<GapState, Area['fill']>> = { answered: 0, open: 1, other: 'land' };

/** Draws the communes of a strategy and what its actions open there; `null` when nothing has a position. */
export function drawActionsMap(
  { communes, edge, marks }: ActionsMapInput,
  prefix: string,
): ActionsMapDrawing | null {
  const box = boxAround([
    ...communes.map((one) => one.box),
    ...marks.map(({ lon, lat }): Box => [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND]),
  ]);
  if (!box) return null;
  const edges: Edge[] = edge ? [{ outline: edge, role: 'parent' }] : [];
  const drawn = drawStandingMap({
    box,
    width: WIDTH,
    areas: communes.map(({ outline, state }) => ({ outline, fill: CLASSES[state] })),
    edges,
    colours: [`url(#${prefix}-answered)`, `url(#${prefix}-open)`],
    marks: marks.map(({ number, lon, lat }) => ({ lon, lat, text: String(number), isClosed: false })),
  });
  return { ...drawn, places: marks.map(({ isPlace }) => isPlace) };
}
