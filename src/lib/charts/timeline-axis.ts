import { scaleLinear } from 'd3';
import type { Timeline, TimelineBar } from '../domain/strategy/plan/timeline.ts';

/** A bar of the calendar, in percent of the width of the drawing: it fits any paper and screen. */
export interface DrawnBar extends Pick<TimelineBar, 'id' | 'status' | 'isOpenStart' | 'isOpenEnd'> {
  x: number;
  width: number;
}

/** The calendar ready to be drawn; everything across is in percent. */
export interface TimelineDrawing {
  years: { year: number; x: number; isNamed: boolean }[];
  /** Months between years: of a quarter, or of a half-year, where there is room. */
  months: { month: number; x: number; isNamed: boolean }[];
  bars: DrawnBar[];
  /** `null` when it is outside. */
  today: number | null;
}

/** Names that fit across a telephone: about seven of four letters. */
const MOST_YEARS = 7;
/** Years up to which quarters, and half-years, have a line; up to which half of these have a name. */
const QUARTERS = 3;
const HALVES = 8;
const NAMED_QUARTERS = 2;
const NAMED_HALVES = 4;

const YEAR = 12;

/** Places a calendar across. `today` is in months from year 0. */
export function layOutTimeline({ from, to, bars }: Timeline, today: number): TimelineDrawing {
  const across = scaleLinear()
    .domain([YEAR * from, YEAR * to])
    .range([0, 100]);
  const years = to - from;
  const step = years <= QUARTERS ? 3 : years <= HALVES ? 6 : YEAR;
  const named = years <= NAMED_QUARTERS ? 3 : years <= NAMED_HALVES ? 6 : YEAR;
  const every = Math.ceil(years / MOST_YEARS);
  const months: TimelineDrawing['months'] = [];
  for (let at = YEAR * from; at < YEAR * to; at += step)
    if (at % YEAR !== 0) months.push({ month: at % YEAR, x: across(at), isNamed: at % named === 0 });
  return {
    years: Array.from({ length: years }, (_, at) => ({
      year: from + at,
      x: across(YEAR * (from + at)),
      isNamed: at % every === 0,
    })),
    months,
    bars: bars.map(({ id, status, start, end, isOpenStart, isOpenEnd }) => ({
      id,
      status,
      isOpenStart,
      isOpenEnd,
      x: across(start),
      width: across(end) - across(start),
    })),
    today: today >= YEAR * from && today < YEAR * to ? across(today) : null,
  };
}
