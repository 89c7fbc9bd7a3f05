import { RateWindow, type Rate } from './rate-window.ts';

/** New drawings that somebody may ask for: a reader who tries views one after the other asks for fewer. */
const EACH: Rate = { requests: 60, ms: 60_000 };

/** Drawings that wait for their turn, whoever asks: beyond, the server says so instead of falling behind. */
const MOST_WAITING = 24;

/** After how many seconds the line is worth another try. */
const LINE_SECONDS = 10;

/** Somebody asks for more drawings than they may (429), or everybody together does (503). */
export class TooManyDrawings extends Error {
  constructor(
    readonly status: 429 | 503,
    /** When to come back. */
    readonly seconds: number,
  ) {
    super(status === 429 ? 'too many drawings for one reader' : 'too many drawings at once');
  }
}

/**
 * Makes drawings one at a time. Each may hold the outlines of a country: addresses typed at random must fill
 * neither the memory nor the hours of the one thread that answers everybody.
 */
export class DrawingGate {
  readonly #window = new RateWindow();
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Makes a drawing when its turn comes; throws `TooManyDrawings` at once where it cannot be waited for. */
  async draw<T>(who: string, now: number, make: () => Promise<T>): Promise<T> {
    const left = this.#window.take(who, EACH, now);
    if (left.over) throw new TooManyDrawings(429, left.reset);
    if (this.#waiting >= MOST_WAITING) throw new TooManyDrawings(503, LINE_SECONDS);
    this.#waiting++;
    const turn = this.#last.then(make);
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }
}
