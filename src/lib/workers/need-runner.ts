import type { LevelFigures, NeedAnswer, NeedRequest, Scored, ScoreQuestion } from './need-messages.ts';

type NeedWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

interface Asked {
  question: ScoreQuestion;
  resolve: (scored: Scored | null) => void;
  reject: (reason: Error) => void;
}

/**
 * Scores indices in a worker, so that moving a weight never freezes the map. One question is in the
 * worker at a time and one waits; a newer one takes the place of the one that waits. So a weight being
 * dragged is followed at the pace of the machine, answers come in the order asked, and the last one
 * asked always answers.
 */
export class NeedRunner {
  readonly #worker: NeedWorker;
  #turn = 0;
  #running: Asked | null = null;
  #waiting: Asked | null = null;

  constructor(worker: NeedWorker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<NeedAnswer>): void => {
      if (data.turn === this.#turn) this.#next()?.resolve(data.scored);
    };
    worker.onerror = (event): void => this.#next()?.reject(new Error(event.message));
  }

  /** Sends the figures of a level, or more of them; the arrays are copied and stay usable. */
  send(sent: LevelFigures): void {
    this.#post({ kind: 'figures', sent });
  }

  /**
   * The scores of an index (plain data: no Svelte proxy can be sent); `null` when a newer question took
   * its place or the runner was closed. Rejects when the worker fails.
   */
  score(question: ScoreQuestion): Promise<Scored | null> {
    return new Promise((resolve, reject) => {
      this.#waiting?.resolve(null);
      this.#waiting = { question, resolve, reject };
      if (!this.#running) this.#next();
    });
  }

  close(): void {
    for (const asked of [this.#running, this.#waiting]) asked?.resolve(null);
    this.#running = this.#waiting = null;
    this.#worker.terminate();
  }

  /** Sends the question that waits, if any; gives the one that ran. */
  #next(): Asked | null {
    const ended = this.#running;
    this.#running = this.#waiting;
    this.#waiting = null;
    if (this.#running) this.#post({ kind: 'score', turn: ++this.#turn, question: this.#running.question });
    return ended;
  }

  #post(request: NeedRequest): void {
    this.#worker.postMessage(request);
  }
}

/** The worker itself, bundled apart. */
export const startNeedWorker = (): Worker =>
  new Worker(new URL('./need-worker.ts', import.meta.url), { type: 'module' });
