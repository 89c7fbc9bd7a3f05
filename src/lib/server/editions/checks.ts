import type { SourceId } from '../../domain/indicators/source.ts';
import type { Database } from '../db/client.ts';
import { liveCheck } from '../db/schema/editions.ts';

/** One search for new editions at a time in a database, whatever server or command line runs it. */
const CHECK_LOCK = 7_241_011;

/** What came of the last time a source was asked. */
export const CHECK_OUTCOMES = ['unchanged', 'proposed', 'refused', 'loaded', 'failed'] as const;

export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** The last time a source was asked whether there is something new. */
export interface Check extends Omit<typeof liveCheck.$inferSelect, 'outcome'> {
  /** `null` while it is under way, or when it was cut short. */
  outcome: CheckOutcome | null;
}

/** A check that has come to nothing yet. */
export const UNDER_WAY = { endedAt: null, step: null, outcome: null, message: null } as const;

/** The last check of each source. */
export async function readChecks({ query }: Pick<Database, 'query'>): Promise<Check[]> {
  return (await query.select().from(liveCheck).orderBy(liveCheck.source)).map((row) => ({
    ...row,
    outcome: CHECK_OUTCOMES.find((one) => one === row.outcome) ?? null,
  }));
}

/** Runs checks while no one else does; `null` when somebody already is. */
export async function aloneToCheck<Result>(
  database: Database,
  run: () => Promise<Result>,
): Promise<Result | null> {
  const session = await database.sql.reserve();
  try {
    const [row] = await session<{ held: boolean }[]>`select pg_try_advisory_lock(${CHECK_LOCK}) as held`;
    if (!row?.held) return null;
    try {
      return await run();
    } finally {
      await session`select pg_advisory_unlock(${CHECK_LOCK})`;
    }
  } finally {
    session.release();
  }
}

/** Whether checks are under way, here or elsewhere. */
export async function isChecking({ sql }: Pick<Database, 'sql'>): Promise<boolean> {
  const rows = await sql`
    select 1 from pg_locks
    where locktype = 'advisory' and objid = ${CHECK_LOCK} and classid = 0 and granted
      and database = (select oid from pg_database where datname = current_database())`;
  return rows.length > 0;
}

/** Notes that a source is being asked, or what it came to. */
export async function noteCheck(
  { query }: Pick<Database, 'query'>,
  source: SourceId,
  check: Omit<Check, 'source'>,
): Promise<void> {
  await query
    .insert(liveCheck)
    .values({ source, ...check })
    .onConflictDoUpdate({ target: liveCheck.source, set: check });
}

/** A check noted this recently may not have taken its turn yet: its process starts, slowly on a busy machine. */
const STARTING_MS = 60_000;

/** Whether a check is under way, rather than over or cut short. `busy` is `isChecking`. */
export const isUnderWay = ({ endedAt, startedAt }: Check, busy: boolean, now: Date): boolean =>
  endedAt === null && (busy || now.getTime() - startedAt.getTime() < STARTING_MS);
