/** What a worker that proposes is told. */
export type ToProposer<Frame, Asked> =
  { kind: 'ask'; turn: number; frame: Frame; asked: Asked } | { kind: 'stop' };

export interface FromProposer<Proposal> {
  turn: number;
  /** The best so far. */
  proposal: Proposal;
  /** Whether nothing more will come: it is proven. */
  done: boolean;
}

type ProposerWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Searches in a worker: each better proposal is told; stopping keeps the best so far. */
export class ProposalRunner<Frame, Asked, Proposal> {
  readonly #worker: ProposerWorker;
  readonly #told: (proposal: Proposal, done: boolean) => void;
  #turn = 0;

  /** `onfail` is told once the worker cannot go on. */
  constructor(worker: ProposerWorker, told: (proposal: Proposal, done: boolean) => void, onfail: () => void) {
    this.#worker = worker;
    this.#told = told;
    worker.onmessage = ({ data }: MessageEvent<FromProposer<Proposal>>): void => {
      if (data.turn === this.#turn) this.#told(data.proposal, data.done);
    };
    worker.onerror = onfail;
  }

  /** Starts anew; what was asked before is dropped. */
  ask(frame: Frame, asked: Asked): void {
    this.#post({ kind: 'ask', turn: ++this.#turn, frame, asked });
  }

  stop(): void {
    this.#turn++;
    this.#post({ kind: 'stop' });
  }

  close(): void {
    this.#worker.terminate();
  }

  #post(message: ToProposer<Frame, Asked>): void {
    this.#worker.postMessage(message);
  }
}
