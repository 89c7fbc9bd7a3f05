import type { MatrixChart } from '../../domain/strategy/report/report-document.ts';
import { HIGH } from '../../domain/strategy/model/priorities.ts';
import { formatNumber } from '../../format/number.ts';
import { rapport } from '../../messages/rapport.ts';

/** Pixels: five steps each way. */
const STEP = 84;
const LEFT = 56;
const TOP = 10;
/** Between two marks of the same square. */
const SPREAD = 25;
const PER_LINE = 3;

/** A matrix ready to be written as SVG. */
export interface MatrixDrawing {
  width: number;
  height: number;
  left: number;
  top: number;
  step: number;
  /** From where both are high. */
  high: { x: number; y: number };
  marks: { x: number; y: number; text: string }[];
  /** Its whole message, for those who do not see it. */
  label: string;
}

/** Lays out gaps on a matrix: those of one square side by side. */
export function drawMatrix({ points }: MatrixChart): MatrixDrawing {
  const held = new Map<string, number>();
  const marks = points.map(({ number, impact, feasibility }) => {
    const key = `${impact}/${feasibility}`;
    const rank = held.get(key) ?? 0;
    held.set(key, rank + 1);
    return {
      x: LEFT + (feasibility - 1) * STEP + 17 + SPREAD * (rank % PER_LINE),
      y: TOP + (5 - impact) * STEP + 17 + SPREAD * (Math.floor(rank / PER_LINE) % PER_LINE),
      text: formatNumber(number),
    };
  });
  return {
    width: LEFT + 5 * STEP + 10,
    height: TOP + 5 * STEP + 48,
    left: LEFT,
    top: TOP,
    step: STEP,
    high: { x: LEFT + (HIGH - 1) * STEP, y: TOP + (6 - HIGH) * STEP },
    marks,
    label: rapport.drawings.matrixAlt(
      points
        .map(({ number, name, impact, feasibility }) =>
          rapport.drawings.matrixPoint(
            formatNumber(number),
            name,
            formatNumber(impact),
            formatNumber(feasibility),
          ),
        )
        .join(' ; '),
    ),
  };
}
