import { and, eq } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import { isDue, isRhythm, type Schedule } from '../../domain/editions/schedule.ts';
import { isSourceId, type SourceId } from '../../domain/indicators/source.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { liveSchedule } from '../db/schema/editions.ts';

/** The only row. */
const ROW = 1;

/** When sources are asked, and which of them replace the edition in use without asking. */
export interface LiveSchedule extends Schedule {
  unasked: SourceId[];
  /** When it last began, or was set. */
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

/** Takes the turn of the schedule when it has come: of several servers, one does. */
export async function takeTurn(database: Pick<Database, 'query'>, now: Date): Promise<boolean> {
  const schedule = await readSchedule(database);
  if (!schedule || !isDue(schedule, schedule.last, now)) return false;
  const taken = await database.query
    .update(liveSchedule)
    .set({ lastAt: now })
    .where(and(eq(liveSchedule.id, ROW), eq(liveSchedule.lastAt, schedule.last)))
    .returning({ id: liveSchedule.id });
  return taken.length > 0;
}
