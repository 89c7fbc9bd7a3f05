import { fail, type ActionFailure } from '@sveltejs/kit';
import { isRhythm } from '#lib/domain/editions/schedule.ts';
import { isSourceId } from '#lib/domain/indicators/source.ts';
import { editions as words } from '#lib/messages/editions.ts';
import { appDatabase } from '#lib/server/app.ts';
import { writing } from '#lib/server/audit/writing.ts';
import { isChecking, noteCheck, UNDER_WAY } from '#lib/server/editions/checks.ts';
import { writeSchedule } from '#lib/server/editions/schedule.ts';
import { startData } from '#lib/server/editions/start-data.ts';
import { handOfVisitor, refusal } from '#lib/server/guard.ts';
import { liveSourceIds } from '#lib/server/live/live-sources.ts';
import type { RequestEvent } from './$types';

/** What a form of the page comes back with. */
type Answer = { problem: string } | { done: string };

/** Stands for every source in the form. */
const ALL = 'toutes';

/** Asks one source, or all of them, whether there is something new. */
export async function check(event: RequestEvent): Promise<Answer | ActionFailure<{ problem: string }>> {
  const refused = await refusal(event, 'load-data');
  if (refused) return fail(refused.status, { problem: refused.problem });
  const asked = String((await event.request.formData()).get('source') ?? '');
  const live = liveSourceIds();
  const sources = asked === ALL ? live : live.filter((id) => id === asked);
  if (sources.length === 0) return fail(400, { problem: words.problems.notLive });
  const database = appDatabase();
  if (await isChecking(database)) return fail(409, { problem: words.problems.busy });
  const hand = await handOfVisitor(event);
  await writing(database, hand, { action: 'data.check', object: asked }, async (tx) => {
    for (const source of sources)
      await noteCheck({ query: tx }, source, {
        ...UNDER_WAY,
        startedAt: hand.now,
        step: words.steps.waiting,
      });
  });
  startData(['load', '--live', ...sources]);
  return { done: words.keep.asked };
}

/** Sets when sources are asked by themselves, or that they are not. */
export async function schedule(event: RequestEvent): Promise<Answer | ActionFailure<{ problem: string }>> {
  const refused = await refusal(event, 'load-data');
  if (refused) return fail(refused.status, { problem: refused.problem });
  const form = await event.request.formData();
  const every = String(form.get('rythme') ?? '');
  const hour = Number(form.get('heure') ?? Number.NaN);
  if (isRhythm(every) && !(Number.isInteger(hour) && hour >= 0 && hour <= 23))
    return fail(422, { problem: words.problems.hour });
  const live = liveSourceIds();
  const unasked = form
    .getAll('accepter')
    .map(String)
    .filter(isSourceId)
    .filter((id) => live.includes(id));
  const hand = await handOfVisitor(event);
  await writeSchedule(appDatabase(), hand, isRhythm(every) ? { every, hour, unasked } : null);
  return { done: words.keep.saved };
}
