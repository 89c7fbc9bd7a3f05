/** What a desk knows of a job that a person opened. */
export interface DeskJob {
  readonly token: string;
  /** Name of the file that it reads. */
  readonly file: string;
  /** On whose behalf it was opened. */
  readonly importer: { owner: string | null };
  readonly stage: string;
  /** When it was last looked at, in milliseconds. */
  touched: number;
  /** Stops it and removes what it holds. */
  cancel(): Promise<void>;
}

/** A job that nobody looks at for an hour is forgotten, with its file. */
const FORGET_MS = 60 * 60 * 1000;

const isOver = (stage: string): boolean => stage === 'done' || stage === 'failed';

/** Jobs under way, by a token that nobody guesses; in memory: a restart forgets them, and nothing was kept. */
export class Desk<Job extends DeskJob> {
  readonly #jobs = new Map<string, Job>();
  readonly #most: number;

  /** `most`: jobs open at once; each may hold a table in memory. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Opens a job; `null` when too many are open. One that is over gives way. */
  async open(make: () => Job, now: number): Promise<Job | null> {
    await this.#forget(now);
    if (this.#jobs.size >= this.#most) {
      const idle = [...this.#jobs.values()].find(({ stage }) => isOver(stage));
      if (!idle) return null;
      await this.close(idle.token);
    }
    const job = make();
    job.touched = now;
    this.#jobs.set(job.token, job);
    return job;
  }

  /** A job by its token, for the organisation that opened it. */
  find(token: string, owner: string | null, now: Date): Job | null {
    const held = this.#jobs.get(token) ?? null;
    const job = held?.importer.owner === owner ? held : null;
    if (job) job.touched = now.getTime();
    return job;
  }

  /** What an organisation has under way, the last looked at first. */
  underWay(owner: string | null): Job[] {
    return [...this.#jobs.values()]
      .filter(({ importer, stage }) => importer.owner === owner && !isOver(stage))
      .sort((a, b) => b.touched - a.touched);
  }

  /** Stops a job and forgets it. */
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
