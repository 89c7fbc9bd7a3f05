import type { LandedPoints } from '../domain/access/reach.ts';
import type { PlaceFilter } from '../domain/places/filter.ts';
import type { PlacePoints } from '../domain/places/place-points.ts';
import type { Gap, Ranks } from './gap.ts';
import type { GapAnswer, GapRequest } from './gap-messages.ts';

type GapWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Measures gaps in a worker, so that a filter never freezes the map; only the last one asked answers. */
export class GapRunner {
  readonly #worker: GapWorker;
  #turn = 0;
  #settle: { resolve: (gap: Gap | null) => void; reject: (reason: Error) => void } | null = null;

  constructor(worker: GapWorker, centres: LandedPoints, places: PlacePoints) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<GapAnswer>): void => {
      if (data.turn !== this.#turn) return;
      this.#settle?.resolve(data.gap);
      this.#settle = null;
    };
    worker.onerror = (event): void => {
      this.#settle?.reject(new Error(event.message));
      this.#settle = null;
    };
    this.#send({ kind: 'points', centres, places });
  }

  /** The gap to places of a filter or a list; `null` when others were asked meanwhile. Rejects when the worker fails. */
  measure(asked: PlaceFilter | Ranks): Promise<Gap | null> {
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

  #send(request: GapRequest): void {
    this.#worker.postMessage(request);
  }
}

/** The worker itself, bundled apart. */
export const startGapWorker = (): Worker =>
  new Worker(new URL('./gap-worker.ts', import.meta.url), { type: 'module' });
