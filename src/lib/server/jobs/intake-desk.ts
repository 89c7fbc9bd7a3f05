import { IntakeJob, type Importer, type IntakeContext } from './intake-job.ts';
import type { ListChoice } from '../places/lists.ts';

/** Imports open at once: each may hold a table in memory. */
const MOST_JOBS = 4;

/** An import that nobody looks at for an hour is forgotten, with its file. */
const FORGET_MS = 60 * 60 * 1000;

/** The imports under way, by a token that nobody guesses; in memory: a restart forgets them, and nothing was kept. */
export class IntakeDesk {
  readonly #jobs = new Map<string, IntakeJob>();

  /** Opens an import on a file; `null` when too many are open. The oldest idle one gives way. */
  async open(
    context: IntakeContext,
    path: string,
    file: string,
    list: ListChoice,
    importer: Importer,
  ): Promise<IntakeJob | null> {
    const now = context.now().getTime();
    await this.#forget(now);
    if (this.#jobs.size >= MOST_JOBS) {
      const idle = [...this.#jobs.values()].find(({ stage }) => stage === 'done' || stage === 'failed');
      if (!idle) return null;
      await this.close(idle.token);
    }
    const job = new IntakeJob(context, path, file, list, importer);
    job.touched = now;
    this.#jobs.set(job.token, job);
    job.read();
    return job;
  }

  /** An import by its token, for the organisation that opened it. */
  find(token: string, owner: string | null, now: Date): IntakeJob | null {
    const held = this.#jobs.get(token) ?? null;
    const job = held?.importer.owner === owner ? held : null;
    if (job) job.touched = now.getTime();
    return job;
  }

  /** Stops an import and forgets it. */
  async close(token: string): Promise<void> {
    const job = this.#jobs.get(token);
    this.#jobs.delete(token);
    await job?.cancel();
  }

  async #forget(now: number): Promise<void> {
    for (const job of [...this.#jobs.values()])
      if (now - job.touched > FORGET_MS) await this.close(job.token);
  }
}
