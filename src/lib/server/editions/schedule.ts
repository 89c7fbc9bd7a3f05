import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import { isRhythm, nextTry, type Schedule } from '../../domain/editions/schedule.ts';
import { isSourceId, type SourceId } from '../../domain/indicators/source.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { liveSchedule } from '../db/schema/editions.ts';
import { isChecking } from './checks.ts';

/** The only row. */
const ROW = 1;

/** When sources are asked, and which of them replace the edition in use without asking. */
export interface LiveSchedule extends Schedule {
  unasked: SourceId[];
  /** When the last turn that went to its end began, or when it was set. */
  last: Date;
}

/** The schedule; `null` for never. */
export async function readSchedule({ query }: Pick<Database, 'query'>): Promise<LiveSchedule | null> {
  const [row] = await query.select().from(liveSchedule).where(eq(liveSchedule.id, ROW));
  if (!row || !isRhythm(row.every)) return null;
  return { every: row.every, hour: row.hour, unasked: row.unasked.filter(isSourceId), last: row.lastAt };
}

/** Sets the schedule, or takes it away. Its first time is the next hour of it, not one gone by. */
export const writeSchedule = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  schedule: Omit<LiveSchedule, 'last'> | null,
): Promise<void> =>
  writing(database, hand, { action: 'data.schedule', object: schedule?.every ?? null }, async (tx) => {
    await tx.delete(liveSchedule).where(eq(liveSchedule.id, ROW));
    if (schedule) await tx.insert(liveSchedule).values({ id: ROW, ...schedule, lastAt: hand.now });
  });

/**
 * Begins the turn of the schedule when it has come and nobody asks the producers: of several servers, one
 * does. It is over once `endTurn` says so; until then it may begin again (`nextTry`).
 */
export async function beginTurn(database: Database, now: Date): Promise<boolean> {
  const [row] = await database.query.select().from(liveSchedule).where(eq(liveSchedule.id, ROW));
  if (!row || !isRhythm(row.every)) return false;
  const { every, hour, lastAt, triedAt, tries } = row;
  const next = nextTry({ every, hour }, { last: lastAt, tried: triedAt, tries }, now);
  if (next === null || (await isChecking(database))) return false;
  const begun = await database.query
    .update(liveSchedule)
    .set({ triedAt: now, tries: next })
    .where(
      and(
        eq(liveSchedule.id, ROW),
        eq(liveSchedule.lastAt, lastAt),
        triedAt === null ? isNull(liveSchedule.triedAt) : eq(liveSchedule.triedAt, triedAt),
      ),
    )
    .returning({ id: liveSchedule.id });
  return begun.length > 0;
}

/** Says that the turn under way went to its end. A schedule that was set meanwhile has its own. */
export async function endTurn({ query }: Pick<Database, 'query'>): Promise<void> {
  await query
    .update(liveSchedule)
    .set({ lastAt: sql`${liveSchedule.triedAt}`, triedAt: null, tries: 0 })
    .where(and(eq(liveSchedule.id, ROW), isNotNull(liveSchedule.triedAt)));
}
