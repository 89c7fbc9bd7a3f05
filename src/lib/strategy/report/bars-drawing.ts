import type { BudgetChart } from '../../domain/strategy/report/report-document.ts';
import { formatEuros } from '../../format/euros.ts';
import { rapport } from '../../messages/rapport.ts';

const WIDTH = 640;
const LEFT = 90;
const BAR = 16;
const ROW = 52;
const TOP = 34;
/** Room for the amount written at the end of a bar. */
const END = 110;

/** Bars ready to be written as SVG: two a year, what it takes over what comes. */
export interface BarsDrawing {
  width: number;
  height: number;
  left: number;
  bar: number;
  rows: { y: number; year: string; cost: Bar; funded: Bar }[];
  label: string;
}

interface Bar {
  width: number;
  text: string;
}

/** Lays out the money of each year on one scale. */
export function drawBars({ bars }: BudgetChart): BarsDrawing {
  const largest = Math.max(1, ...bars.flatMap(({ cost, funded }) => [cost, funded]));
  const barOf = (amount: number): Bar => ({
    width: Math.round((10 * amount * (WIDTH - LEFT - END)) / largest) / 10,
    text: formatEuros(amount),
  });
  const named = (year: number | null): string => (year === null ? rapport.yearless : String(year));
  return {
    width: WIDTH,
    height: TOP + bars.length * ROW,
    left: LEFT,
    bar: BAR,
    rows: bars.map(({ year, cost, funded }, at) => ({
      y: TOP + at * ROW,
      year: named(year),
      cost: barOf(cost),
      funded: barOf(funded),
    })),
    label: rapport.drawings.barsAlt(
      bars
        .map(({ year, cost, funded }) =>
          rapport.drawings.bar(named(year), formatEuros(cost), formatEuros(funded)),
        )
        .join(' ; '),
    ),
  };
}
