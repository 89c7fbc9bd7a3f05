import { randomUUID } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import type { FrameAsked } from '../../../domain/siting/frame/frame-question.ts';
import type { Proposal } from '../../../domain/siting/frame/proposal.ts';
import type { SitingFrame } from '../../../domain/siting/frame/siting-frame.ts';
import {
  AT_ONCE,
  GRACE_MS,
  KEPT_MS,
  MOST_KEPT,
  MOST_UNFINISHED,
  MOST_UNFINISHED_OF_ONE,
} from './job-limits.ts';
import type { FromSearcher, ToSearcher } from './search-messages.ts';
import { startSearcher } from './start-searcher.ts';

/** What became of a search: it waits, runs, ended by itself or by its time, was stopped, or failed. */
export type JobState = 'waiting' | 'running' | 'done' | 'stopped' | 'failed';

/** What a search begins with, made when its turn comes: a frame is large, and one is held at a time. */
export interface Beginning<Result> {
  frame: SitingFrame;
  asked: FrameAsked;
  /** What is given of a proposal. */
  tell(proposal: Proposal): Result;
}

/** A search to make. */
export interface Order<Result> {
  /** Hash of the key that orders it: nobody else sees it. */
  holder: string;
  /** Parameters of the page that asks the same question. */
  question: string;
  seconds: number;
  begin(): Beginning<Result>;
}

/** A search, as its holder sees it. */
export interface Job<Result> {
  id: string;
  holder: string;
  question: string;
  seconds: number;
  state: JobState;
  orderedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Better proposals found so far. */
  improvements: number;
  result: Result | null;
}

interface Held<Result> extends Job<Result> {
  begin: (() => Beginning<Result>) | null;
  end: (() => void) | null;
}

/**
 * Searches ordered by programs: a thread each, one at a time, bounded in time, in memory and in number. They live
 * in this process; what they found is kept an hour.
 */
export class SitingDesk<Result> {
  readonly #jobs = new Map<string, Held<Result>>();
  readonly #start: () => Worker;

  constructor(start: () => Worker = startSearcher) {
    this.#start = start;
  }

  /** Takes an order; `null` when there are as many as there may be. */
  order({ holder, question, seconds, begin }: Order<Result>, now: Date): Job<Result> | null {
    this.#forget(now);
    const unfinished = this.#unfinished();
    if (unfinished.length >= MOST_UNFINISHED) return null;
    if (unfinished.filter((one) => one.holder === holder).length >= MOST_UNFINISHED_OF_ONE) return null;
    const job: Held<Result> = {
      id: randomUUID(),
      holder,
      question,
      seconds,
      state: 'waiting',
      orderedAt: now,
      startedAt: null,
      endedAt: null,
      improvements: 0,
      result: null,
      begin,
      end: null,
    };
    this.#jobs.set(job.id, job);
    this.#next();
    return job;
  }

  /** A search of a holder; `null` for one that is not theirs, or is forgotten. */
  find(id: string, holder: string, now: Date): Job<Result> | null {
    this.#forget(now);
    const job = this.#jobs.get(id);
    return job?.holder === holder ? job : null;
  }

  /** How many are before a search that waits. */
  before(job: Job<Result>): number {
    return this.#unfinished().findIndex(({ id }) => id === job.id);
  }

  /** Stops a search: what it found is kept as long as any. */
  stop(id: string, holder: string, now: Date): Job<Result> | null {
    const job = this.find(id, holder, now) && this.#jobs.get(id);
    if (!job) return null;
    if (job.state === 'waiting' || job.state === 'running') this.#finish(job, 'stopped');
    return job;
  }

  #unfinished(): Held<Result>[] {
    return [...this.#jobs.values()].filter(({ state }) => state === 'waiting' || state === 'running');
  }

  #forget(now: Date): void {
    const ended = [...this.#jobs.values()].filter(({ endedAt }) => endedAt !== null);
    for (const [at, { id, endedAt }] of ended.entries())
      if (ended.length - at > MOST_KEPT || now.getTime() - (endedAt?.getTime() ?? 0) >= KEPT_MS)
        this.#jobs.delete(id);
  }

  #next(): void {
    const unfinished = this.#unfinished();
    const running = unfinished.filter(({ state }) => state === 'running').length;
    const waiting = unfinished.find(({ state }) => state === 'waiting');
    if (running < AT_ONCE && waiting) this.#run(waiting);
  }

  #run(job: Held<Result>): void {
    job.state = 'running';
    job.startedAt = new Date();
    // Who ordered is answered before the frame is made.
    setImmediate(() => {
      if (job.state !== 'running' || !job.begin) return;
      try {
        this.#search(job, job.begin());
      } catch (cause) {
        this.#fail(job, cause);
      }
    });
  }

  #search(job: Held<Result>, { frame, asked, tell }: Beginning<Result>): void {
    const worker = this.#start();
    // A server that stops does not wait for it.
    worker.unref();
    const ms = job.seconds * 1000;
    const timer = setTimeout(() => this.#finish(job, job.result ? 'done' : 'failed'), ms + GRACE_MS);
    timer.unref();
    job.end = () => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // An error that comes once nobody waits must not end the server.
      worker.on('error', () => undefined);
      void worker.terminate();
    };
    worker.on('message', ({ proposal, done }: FromSearcher) => {
      if (proposal) {
        job.improvements++;
        job.result = tell(proposal);
      }
      if (done) this.#finish(job, job.result ? 'done' : 'failed');
    });
    worker.on('error', (cause) => this.#fail(job, cause));
    worker.on('exit', () => this.#finish(job, job.result ? 'done' : 'failed'));
    worker.postMessage({ frame, asked, ms } satisfies ToSearcher);
  }

  #fail(job: Held<Result>, cause: unknown): void {
    const details =
      cause instanceof Error ? { error: cause.message, stack: cause.stack } : { error: String(cause) };
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), job: job.id, ...details })}\n`);
    this.#finish(job, 'failed');
  }

  #finish(job: Held<Result>, state: JobState): void {
    if (job.endedAt !== null) return;
    job.state = state;
    job.endedAt = new Date();
    job.end?.();
    [job.begin, job.end] = [null, null];
    this.#next();
  }
}
