import { Desk } from './desk.ts';
import { IntakeJob, type Importer, type IntakeContext } from './intake-job.ts';
import type { ListChoice } from '../places/lists.ts';

/** Imports open at once: each may hold a table in memory. */
const MOST_JOBS = 4;

/** The imports of lists of places under way. */
export class IntakeDesk {
  readonly #desk = new Desk<IntakeJob>(MOST_JOBS);

  /** Opens an import on a file; `null` when too many are open. The oldest idle one gives way. */
  async open(
    context: IntakeContext,
    path: string,
    file: string,
    list: ListChoice,
    importer: Importer,
  ): Promise<IntakeJob | null> {
    const make = (): IntakeJob => new IntakeJob(context, path, file, list, importer);
    const job = await this.#desk.open(make, context.now().getTime());
    job?.read();
    return job;
  }

  /** An import by its token, for the organisation that opened it. */
  find(token: string, owner: string | null, now: Date): IntakeJob | null {
    return this.#desk.find(token, owner, now);
  }

  /** What an organisation has under way, the last looked at first. */
  underWay(owner: string | null): IntakeJob[] {
    return this.#desk.underWay(owner);
  }

  /** Stops an import and forgets it. */
  close(token: string): Promise<void> {
    return this.#desk.close(token);
  }
}
