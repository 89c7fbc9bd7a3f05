import { grants } from '#lib/domain/account/role.ts';
import { sourceNotice, type SourceId } from '#lib/domain/indicators/source.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { editions as words } from '#lib/messages/editions.ts';
import { appDatabase } from '#lib/server/app.ts';
import { isChecking, isUnderWay, readChecks, type Check } from '#lib/server/editions/checks.ts';
import { readAllPending } from '#lib/server/editions/pending.ts';
import { readSchedule } from '#lib/server/editions/schedule.ts';
import { closedTo, may, visitorOf, type Asking } from '#lib/server/guard.ts';
import { liveSourceIds } from '#lib/server/live/live-sources.ts';

const isInterrupted = (check: Check, busy: boolean, now: Date): boolean =>
  check.outcome === null && !isUnderWay(check, busy, now);

function sentenceOf(check: Check, busy: boolean, now: Date): string {
  const { outcome, message, step } = check;
  if (isUnderWay(check, busy, now)) return words.outcomes.running(step ?? words.steps.waiting);
  if (outcome === null) return words.outcomes.interrupted;
  return outcome === 'failed' ? words.outcomes.failed(message ?? '') : words.outcomes[outcome];
}

/** How the data is kept up to date, for who may: what is going on, what waits, the schedule; `null` for others. */
export async function readKeeping(event: Asking) {
  if (!(await may(event, 'load-data'))) return null;
  const database = appDatabase();
  const [busy, checks, pending, schedule] = await Promise.all([
    isChecking(database),
    readChecks(database),
    readAllPending(database),
    readSchedule(database),
  ]);
  const now = new Date();
  const known = new Map(checks.map((check) => [check.source, check]));
  const held = new Map(pending.map((one) => [one.source, one.refusedAt ? 'refused' : 'waits'] as const));
  const live = liveSourceIds();
  const under = live.filter((id) => {
    const check = known.get(id);
    return check !== undefined && isUnderWay(check, busy, now);
  });
  const source = (id: SourceId) => {
    const check = known.get(id);
    return {
      id,
      title: sourceNotice(id).title,
      /** The new edition of it, when one was proposed and is not in use. */
      held: held.get(id) ?? null,
      last: check
        ? {
            failed: check.outcome === 'failed' || isInterrupted(check, busy, now),
            at: formatDateTime(check.endedAt ?? check.startedAt),
            sentence: sentenceOf(check, busy, now),
          }
        : null,
    };
  };
  return {
    sources: live.map(source),
    schedule: schedule && { every: schedule.every, hour: schedule.hour, unasked: schedule.unasked },
    running: under.map((id) => ({
      title: sourceNotice(id).title,
      step: known.get(id)?.step ?? words.steps.waiting,
    })),
  };
}

/** Who keeps the data, for an administrator whose organisation does not; `null` for anybody else. */
export async function readKeptElsewhere(event: Asking): Promise<string | null> {
  const visitor = await visitorOf(event);
  const role = visitor.kind === 'member' ? visitor.organisation?.role : undefined;
  if (role === undefined || !grants(role, 'load-data')) return null;
  return (await closedTo(event, 'load-data'))?.text ?? null;
}
