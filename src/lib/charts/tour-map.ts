import { diverging } from '../styles/ramps.ts';
import { aspectOf } from './map-figure.ts';
import type { Box, Viewport } from './projection.ts';

/** The drawing of rounds, and what it must hold. */
export interface TourMapLayout {
  width: number;
  height: number;
  viewport: Viewport;
  box: Box;
}

const WIDTH = 720;
const MARGIN = 18;
/** Room at the foot for the scale bar. */
const FOOT = 22;

/** The drawing of a territory, as high as its shape asks. */
export function tourMapLayout(box: Box): TourMapLayout {
  const width = WIDTH - 2 * MARGIN;
  const height = Math.round(Math.min(1.1, Math.max(0.5, aspectOf(box))) * width);
  return {
    width: WIDTH,
    height: height + 2 * MARGIN + FOOT,
    viewport: { x: MARGIN, y: MARGIN, width, height },
    box,
  };
}

/** Communes within reach of a place today, and those that are not: what is left to do stands out, and stays light under the lines. */
export function groundColours(): [reached: string, left: string] {
  const [, , , , reached = '', left = ''] = diverging(9);
  return [reached, left];
}

/** Dashes of an outing by its day, Monday first: a day is told by its line too. */
export const DAY_DASHES: readonly string[] = ['none', '9 4', '2 4', '9 3 2 3', '14 4', '5 3', '1 3'];

/** An outing to draw: its base, its stops in order, each with its label. */
export interface DrawnRound {
  colour: string;
  /** Day of the week, 0 for Monday, and its short name. */
  day: number;
  dayLabel: string;
  base: { lon: number; lat: number };
  stops: readonly { lon: number; lat: number; label: string }[];
}
