import { wrapText } from './wrap-text.ts';

/** One side of the square of a crossing, for a legend without a style sheet. */
export interface SquareSide {
  /** Which side, the measure with its unit, and where its arrow goes. */
  title: string;
  /** From the least fragile. */
  limits: readonly [string, string, string];
}

export interface SquareLegend {
  across: SquareSide;
  up: SquareSide;
}

/** What a line of the column of the legend holds at 12 pixels: nothing measures a text on the server. */
const LINE_CHARACTERS = 40;
/** The same under a cell, and beside one. */
const UNDER_CHARACTERS = 10;
const BESIDE_CHARACTERS = 13;

export const SQUARE_CELL = { width: 54, height: 40 } as const;
export const SQUARE_LINE = 15;

const lines = (text: string, most: number): string[] => wrapText(text, most, ({ length }) => length);

export interface SquareLines {
  up: string[];
  across: string[];
  /** Under each column, from the least fragile. */
  columns: string[][];
  /** Beside each row, from the top: the most fragile. */
  rows: string[][];
  /** Pixels from the top of the first line to the foot of the last. */
  height: number;
}

/** The texts of a square cut into lines, and the room they take. */
export function layOutSquare({ across, up }: SquareLegend): SquareLines {
  const columns = across.limits.map((limit) => lines(limit, UNDER_CHARACTERS));
  const rows = [...up.limits].reverse().map((limit) => lines(limit, BESIDE_CHARACTERS));
  const [above, below] = [lines(up.title, LINE_CHARACTERS), lines(across.title, LINE_CHARACTERS)];
  const deepest = Math.max(...columns.map(({ length }) => length));
  const written = above.length + deepest + below.length;
  return {
    up: above,
    across: below,
    columns,
    rows,
    height: 3 * SQUARE_CELL.height + SQUARE_LINE * written + 2 * SQUARE_LINE,
  };
}
