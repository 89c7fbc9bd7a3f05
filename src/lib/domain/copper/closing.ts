import { CLOSED, NOT_PLANNED } from '../indicators/catalogue-copper.ts';
import { dayNumber } from '../indicators/day-number.ts';
import { isKnown, type Cell } from '../indicators/value.ts';
import type { WithoutFibre } from './premises.ts';

/** What is known of one commune. */
export interface CopperCommune {
  /** Class of its closing (`catalogue-copper.ts`), and its day. */
  closing: Cell;
  day: Cell;
  /** `null` where nothing is known of fibre. */
  fibre: WithoutFibre | null;
}

/** Communes, their premises and those without fibre. */
export interface Tally {
  communes: number;
  /** Communes whose premises are known: the counts below are theirs alone. */
  counted: number;
  premises: number;
  without: number;
}

/** The closings of a group of communes; what a day makes of them is in `closingsBy`. */
export interface CopperClosings {
  /** Closed, without a day that says when. */
  closed: Tally;
  /** With a day, past or to come, soonest first. */
  dated: (Tally & { day: number })[];
  unplanned: Tally;
  /** Communes that the calendar does not give, or gives several days. */
  unknown: Tally;
  /** Where premises come from: as counted, from dwellings, or both. */
  from: ReadonlySet<WithoutFibre['from']>;
}

/** When copper closes, seen from a day. */
export type Horizon = 'closed' | 'within12' | 'within24' | 'later' | 'unplanned' | 'unknown';

export const HORIZONS: readonly Horizon[] = [
  'closed',
  'within12',
  'within24',
  'later',
  'unplanned',
  'unknown',
];

const none = (): Tally => ({ communes: 0, counted: 0, premises: 0, without: 0 });

function add(to: Tally, fibre: WithoutFibre | null): void {
  to.communes++;
  if (!fibre || !isKnown(fibre.count)) return;
  to.counted++;
  to.premises += fibre.premises;
  to.without += fibre.count.value;
}

function join(to: Tally, other: Tally): void {
  to.communes += other.communes;
  to.counted += other.counted;
  to.premises += other.premises;
  to.without += other.without;
}

/** Counts the communes of a group by their day of closing. */
export function gatherClosings(communes: Iterable<CopperCommune>): CopperClosings {
  const [closed, unplanned, unknown] = [none(), none(), none()];
  const byDay = new Map<number, Tally>();
  const from = new Set<WithoutFibre['from']>();
  for (const { closing, day, fibre } of communes) {
    if (fibre) from.add(fibre.from);
    if (isKnown(day)) {
      const tally = byDay.get(day.value) ?? none();
      add(tally, fibre);
      byDay.set(day.value, tally);
    } else if (!isKnown(closing)) add(unknown, fibre);
    else if (closing.value === NOT_PLANNED) add(unplanned, fibre);
    else if (closing.value === CLOSED) add(closed, fibre);
    else add(unknown, fibre);
  }
  const dated = [...byDay].map(([day, tally]) => ({ day, ...tally })).sort((a, b) => a.day - b.day);
  return { closed, dated, unplanned, unknown, from };
}

/** The day so many months after another, both written 2028-01-31; past the end of a month, its last day. */
export function monthsAfter(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/**
 * The closings of a group seen from a day (2026-11-26): closed up to that day, it included; then within twelve
 * months, from twelve to twenty-four, later.
 */
export function closingsBy(closings: CopperClosings, today: string): Record<Horizon, Tally> {
  const [now, year, twoYears] = [0, 12, 24].map((months) => dayNumber(monthsAfter(today, months)) ?? NaN) as [
    number,
    number,
    number,
  ];
  const result = Object.fromEntries(HORIZONS.map((horizon) => [horizon, none()])) as Record<Horizon, Tally>;
  for (const { day, ...tally } of closings.dated) {
    const horizon = day <= now ? 'closed' : day <= year ? 'within12' : day <= twoYears ? 'within24' : 'later';
    join(result[horizon], tally);
  }
  join(result.closed, closings.closed);
  join(result.unplanned, closings.unplanned);
  join(result.unknown, closings.unknown);
  return result;
}
