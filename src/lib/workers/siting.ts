import type { FrameAsked } from '../domain/siting/frame/frame-question.ts';
import type { Proposal } from '../domain/siting/frame/proposal.ts';
import type { SitingFrame } from '../domain/siting/frame/siting-frame.ts';

export type ToSiting =
  { kind: 'ask'; turn: number; frame: SitingFrame; asked: FrameAsked } | { kind: 'stop' };

export interface FromSiting {
  turn: number;
  /** The best so far. */
  proposal: Proposal;
  /** Whether nothing more will come: it is proven. */
  done: boolean;
}

type SitingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Searches where to open in a worker: each better proposal is told; stopping keeps the best so far. */
export class SitingRunner {
  readonly #worker: SitingWorker;
  readonly #told: (proposal: Proposal, done: boolean) => void;
  #turn = 0;

  /** `onfail` is told once the worker cannot go on. */
  constructor(worker: SitingWorker, told: (proposal: Proposal, done: boolean) => void, onfail: () => void) {
    this.#worker = worker;
    this.#told = told;
    worker.onmessage = ({ data }: MessageEvent<FromSiting>): void => {
      if (data.turn === this.#turn) this.#told(data.proposal, data.done);
    };
    worker.onerror = onfail;
  }

  /** Starts anew; what was asked before is dropped. */
  ask(frame: SitingFrame, asked: FrameAsked): void {
    this.#post({ kind: 'ask', turn: ++this.#turn, frame, asked });
  }

  stop(): void {
    this.#turn++;
    this.#post({ kind: 'stop' });
  }

  close(): void {
    this.#worker.terminate();
  }

  #post(message: ToSiting): void {
    this.#worker.postMessage(message);
  }
}

/** The worker that searches, bundled apart. */
export const startSitingRunner = (
  told: (proposal: Proposal, done: boolean) => void,
  onfail: () => void,
): SitingRunner =>
  new SitingRunner(
    new Worker(new URL('./siting-worker.ts', import.meta.url), { type: 'module' }),
    told,
    onfail,
  );
