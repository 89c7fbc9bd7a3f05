import type { Robustness } from '../domain/need/robustness.ts';
import type {
  LevelFigures,
  NeedAnswer,
  NeedRequest,
  RobustnessQuestion,
  Scored,
  ScoreQuestion,
} from './need-messages.ts';

type NeedWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

interface Promised<Result> {
  resolve: (result: Result | null) => void;
  reject: (reason: Error) => void;
}

type Asked = Promised<Scored> & { question: ScoreQuestion };

type Drawing = Promised<Robustness> & { turn: number; onProgress: (share: number) => void };

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
  #drawn = 0;
  #drawing: Drawing | null = null;

  constructor(worker: NeedWorker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<NeedAnswer>): void => this.#read(data);
    worker.onerror = (event): void => {
      const failure = new Error(event.message);
      this.#endDrawing()?.reject(failure);
      this.#next()?.reject(failure);
    };
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

  /**
   * Draws the robustness of an index, telling the share done on the way; `null` when another was asked
   * meanwhile, or it was stopped. Scores asked meanwhile are answered first.
   */
  robustness(
    question: RobustnessQuestion,
    onProgress: (share: number) => void = () => undefined,
  ): Promise<Robustness | null> {
    this.#endDrawing()?.resolve(null);
    const turn = ++this.#drawn;
    return new Promise((resolve, reject) => {
      this.#drawing = { turn, onProgress, resolve, reject };
      this.#post({ kind: 'robustness', turn, question });
    });
  }

  /** Stops the robustness under way, if any. */
  stopRobustness(): void {
    const drawing = this.#endDrawing();
    if (!drawing) return;
    this.#post({ kind: 'stop' });
    drawing.resolve(null);
  }

  close(): void {
    for (const asked of [this.#running, this.#waiting]) asked?.resolve(null);
    this.#running = this.#waiting = null;
    this.#endDrawing()?.resolve(null);
    this.#worker.terminate();
  }

  #read(answer: NeedAnswer): void {
    const drawing = answer.turn === this.#drawing?.turn ? this.#drawing : null;
    const scoring = answer.turn === this.#turn;
    switch (answer.kind) {
      case 'scored':
        if (scoring) this.#next()?.resolve(answer.scored);
        return;
      case 'drawn':
        drawing?.onProgress(answer.done / answer.of);
        return;
      case 'robust':
        if (drawing) this.#endDrawing()?.resolve(answer.robustness);
        return;
      case 'failed':
        if (answer.of === 'score' && scoring) this.#next()?.reject(new Error(answer.message));
        if (answer.of === 'robustness' && drawing) this.#endDrawing()?.reject(new Error(answer.message));
    }
  }

  /** Sends the question that waits, if any; gives the one that ran. */
  #next(): Asked | null {
    const ended = this.#running;
    this.#running = this.#waiting;
    this.#waiting = null;
    const asked = this.#running;
    if (!asked) return ended;
    try {
      this.#post({ kind: 'score', turn: ++this.#turn, question: asked.question });
    } catch (error) {
      // What cannot be sent must not keep the next question waiting.
      this.#running = null;
      asked.reject(error instanceof Error ? error : new Error(String(error)));
    }
    return ended;
  }

  #endDrawing(): Drawing | null {
    const ended = this.#drawing;
    this.#drawing = null;
    return ended;
  }

  #post(request: NeedRequest): void {
    this.#worker.postMessage(request);
  }
}

/** The worker itself, bundled apart. */
export const startNeedWorker = (): Worker =>
  new Worker(new URL('./need-worker.ts', import.meta.url), { type: 'module' });
