import { CoverState } from '../search/cover-state.ts';
import {
  baseNodeOf,
  drivingOf,
  fitsDay,
  isAllowed,
  outingCount,
  type RoundsInstance,
  type Tours,
} from './instance.ts';

/** Where a stop would go, and the driving that it would add: minutes and kilometres together. */
export interface Insertion {
  outing: number;
  at: number;
  effort: number;
}

/** Rounds being made: what they cover and the driving of each outing, kept as stops come and go. */
export class Plan {
  readonly instance: RoundsInstance;
  readonly tours: number[][];
  readonly cover: CoverState;
  /** Whether a day only fills up: not with minutes of a source, by which one more stop may be a short cut. */
  readonly onlyFills: boolean;
  readonly #minutes: Float64Array;
  readonly #metres: Float64Array;

  constructor(instance: RoundsInstance, tours: Tours = []) {
    const outings = outingCount(instance);
    this.instance = instance;
    this.tours = Array.from({ length: outings }, () => []);
    this.cover = new CoverState(instance.lists);
    this.onlyFills = !instance.legs.told.includes(1);
    this.#minutes = new Float64Array(outings);
    this.#metres = new Float64Array(outings);
    tours.forEach((stops, outing) => this.setTour(outing, stops));
  }

  get covered(): number {
    return this.cover.covered;
  }

  /** Minutes and kilometres of all the driving together: what is spared when the cover is the same. */
  get effort(): number {
    let sum = 0;
    for (let outing = 0; outing < this.tours.length; outing++)
      sum += (this.#minutes[outing] as number) + (this.#metres[outing] as number) / 1_000;
    return sum;
  }

  /**
   * The place in the week where a stop costs the least driving; `null` where no day has room for it. A
   * `blur` makes outings look shorter or longer than they are, so that other days are tried.
   */
  bestInsertion(stop: number, blur: (() => number) | null = null): Insertion | null {
    const { instance, tours } = this;
    const { legs } = instance;
    const row = stop * legs.count;
    let best: Insertion | null = null;
    for (let outing = 0; outing < tours.length; outing++) {
      const tour = tours[outing] as number[];
      if (tour.length >= instance.stopsADay || !isAllowed(instance, stop, outing)) continue;
      const base = baseNodeOf(instance, outing);
      const look = blur?.() ?? 1;
      let from = base;
      for (let at = 0; at <= tour.length; at++) {
        const to = at < tour.length ? (tour[at] as number) : base;
        const old = tour.length === 0 ? -1 : from * legs.count + to;
        const minutes =
          (legs.minutes[row + from] as number) +
          (legs.minutes[row + to] as number) -
          (old < 0 ? 0 : (legs.minutes[old] as number));
        const metres =
          (legs.metres[row + from] as number) +
          (legs.metres[row + to] as number) -
          (old < 0 ? 0 : (legs.metres[old] as number));
        from = to;
        const effort = look * (minutes + metres / 1_000);
        if (best && effort >= best.effort) continue;
        if (
          fitsDay(
            instance,
            tour.length + 1,
            (this.#minutes[outing] as number) + minutes,
            (this.#metres[outing] as number) + metres,
          )
        )
          best = { outing, at, effort };
      }
    }
    return best;
  }

  insert(stop: number, { outing, at }: Pick<Insertion, 'outing' | 'at'>): void {
    (this.tours[outing] as number[]).splice(at, 0, stop);
    this.cover.open(stop);
    this.#measure(outing);
  }

  remove(outing: number, at: number): void {
    const [stop] = (this.tours[outing] as number[]).splice(at, 1);
    if (stop === undefined) return;
    this.cover.close(stop);
    this.#measure(outing);
  }

  /** Makes an outing that one; stops of other outings must have left them first. */
  setTour(outing: number, stops: readonly number[]): void {
    const before = this.tours[outing] as number[];
    for (const stop of before) if (!stops.includes(stop)) this.cover.close(stop);
    for (const stop of stops) if (!before.includes(stop)) this.cover.open(stop);
    this.tours[outing] = [...stops];
    this.#measure(outing);
  }

  /** Comes back to rounds met before. */
  restore(tours: Tours): void {
    tours.forEach((stops, outing) => {
      const own = this.tours[outing] as number[];
      if (own.some((stop, at) => stops[at] !== stop))
        this.setTour(
          outing,
          own.filter((stop) => stops.includes(stop)),
        );
    });
    tours.forEach((stops, outing) => {
      const own = this.tours[outing] as number[];
      if (own.length !== stops.length || own.some((stop, at) => stops[at] !== stop))
        this.setTour(outing, stops);
    });
  }

  /** The same rounds, apart from this plan. */
  copyTours(): number[][] {
    return this.tours.map((stops) => [...stops]);
  }

  /**
   * Shortens an outing without changing its stops: parts are reversed (2-opt, Croes 1958), then runs of one
   * to three stops moved (Or 1976), while any of these spares driving.
   */
  shorten(outing: number): void {
    const { instance } = this;
    const base = baseNodeOf(instance, outing);
    const effortOf = (stops: readonly number[]): number => {
      const { minutes, metres } = drivingOf(instance, base, stops);
      return fitsDay(instance, stops.length, minutes, metres) ? minutes + metres / 1_000 : Infinity;
    };
    let tour = this.tours[outing] as number[];
    if (tour.length < 2) return;
    let least = effortOf(tour);
    for (let better = true; better;) {
      better = false;
      for (const other of neighboursOf(tour)) {
        const effort = effortOf(other);
        if (effort >= least - 1e-6) continue;
        [tour, least, better] = [other, effort, true];
        break;
      }
    }
    this.setTour(outing, tour);
  }

  #measure(outing: number): void {
    const { minutes, metres } = drivingOf(
      this.instance,
      baseNodeOf(this.instance, outing),
      this.tours[outing] as number[],
    );
    this.#minutes[outing] = minutes;
    this.#metres[outing] = metres;
  }
}

/** Every order one step away from an order. */
function* neighboursOf(tour: readonly number[]): Generator<number[]> {
  for (let from = 0; from < tour.length - 1; from++)
    for (let to = from + 2; to <= tour.length; to++)
      yield [...tour.slice(0, from), ...tour.slice(from, to).reverse(), ...tour.slice(to)];
  for (let length = 1; length <= Math.min(3, tour.length - 1); length++)
    for (let from = 0; from + length <= tour.length; from++) {
      const run = tour.slice(from, from + length);
      const rest = [...tour.slice(0, from), ...tour.slice(from + length)];
      for (let at = 0; at <= rest.length; at++)
        if (at !== from) yield [...rest.slice(0, at), ...run, ...rest.slice(at)];
    }
}
