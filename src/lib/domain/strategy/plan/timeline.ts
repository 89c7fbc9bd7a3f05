import type { Action, ActionStatus } from '../model/strategy.ts';

/** The calendar of an action, in months counted from year 0: half-open, so that one month is 1 long. */
export interface TimelineBar {
  id: string;
  status: ActionStatus;
  start: number;
  end: number;
  /** Nothing says when it begins, or ends: the bar then runs to the edge of the axis. */
  isOpenStart: boolean;
  isOpenEnd: boolean;
}

/** The calendars of some actions along one axis of whole years. */
export interface Timeline {
  /** First year of the axis, and the year after its last. */
  from: number;
  to: number;
  bars: TimelineBar[];
  /** Identifiers of the actions that say no month at all. */
  undated: string[];
}

/** Months from year 0 to the first day of an ISO month. */
export const monthsTo = (month: string): number =>
  12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;

/** Months from year 0 to an ISO day: those of its month, and the share of it that is past. */
export function monthsToDay(day: string): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return 12 * year + month - 1 + (date - 1) / length;
}

/**
 * Lays some actions along years, those that begin first at the top. An action that ends before it begins has
 * both months on the axis, the earlier first. `null` when none says a month.
 */
export function timelineOf(
  actions: readonly Pick<Action, 'id' | 'status' | 'from' | 'to'>[],
): Timeline | null {
  const dated = actions.filter(({ from, to }) => from !== '' || to !== '');
  if (dated.length === 0) return null;
  const months = dated.flatMap(({ from, to }) => [from, to].filter((month) => month !== '').map(monthsTo));
  const first = Math.floor(Math.min(...months) / 12);
  const last = Math.floor(Math.max(...months) / 12) + 1;
  const bars = dated.map(({ id, status, from, to }): TimelineBar => {
    const start = from === '' ? 12 * first : monthsTo(from);
    const end = to === '' ? 12 * last - 1 : monthsTo(to);
    return {
      id,
      status,
      start: Math.min(start, end),
      end: Math.max(start, end) + 1,
      isOpenStart: from === '',
      isOpenEnd: to === '',
    };
  });
  return {
    from: first,
    to: last,
    bars: bars.sort((a, b) => a.start - b.start || a.end - b.end),
    undated: actions.filter(({ from, to }) => from === '' && to === '').map(({ id }) => id),
  };
}
