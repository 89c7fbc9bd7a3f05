/** What a worker is told: what to keep, then what to answer, each with its turn. */
export type ToWorker<Kept, Asked> =
  { kind: 'keep'; kept: Kept } | { kind: 'asked'; turn: number; asked: Asked };

export interface FromWorker<Answer> {
  turn: number;
  answer: Answer;
}

export type AskedWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Asks a worker one thing after the other, so that no question freezes the page; only the last one is answered. */
export class LastAsked<Kept, Asked, Answer> {
  readonly #worker: AskedWorker;
  #turn = 0;
  #settle: { resolve: (answer: Answer | null) => void; reject: (reason: Error) => void } | null = null;

  constructor(worker: AskedWorker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker<Answer>>): void => {
      if (data.turn !== this.#turn) return;
      this.#settle?.resolve(data.answer);
      this.#settle = null;
    };
    worker.onerror = (event): void => {
      this.#settle?.reject(new Error(event.message));
      this.#settle = null;
    };
  }

  /** What the worker keeps for the questions that follow. */
  keep(kept: Kept): void {
    this.#send({ kind: 'keep', kept });
  }

  /** The answer; `null` when something else was asked meanwhile. Rejects when the worker fails. */
  ask(asked: Asked): Promise<Answer | null> {
    this.#settle?.resolve(null);
    const turn = ++this.#turn;
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#send({ kind: 'asked', turn, asked });
    });
  }

  close(): void {
    this.#settle?.resolve(null);
    this.#settle = null;
    this.#worker.terminate();
  }

  #send(message: ToWorker<Kept, Asked>): void {
    this.#worker.postMessage(message);
  }
}
