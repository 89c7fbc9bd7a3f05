import { fail } from '@sveltejs/kit';
import { mayWrite } from '#lib/domain/strategy/access/may-write.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { changeFields } from '#lib/server/strategies/change-fields.ts';
import { askStrategy } from '#lib/server/strategy-guard.ts';
import { askedPerimeter, perimeterProblem } from '../../asked-perimeter.server.ts';
import { stepActions } from '../step-actions.server.ts';
import { openStep } from '../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => (await openStep(event, 'perimeter')).shown;

export const actions: Actions = {
  ...stepActions,
  /** Another perimeter: typed as a name, a postcode or a code. */
  move: async (event) => {
    const form = await event.request.formData();
    const opened = await askStrategy(event, 'editor');
    if (!('kept' in opened))
      return fail(opened.status === 303 ? 401 : opened.status, { problem: opened.problem });
    const text = String(form.get('territoire') ?? '');
    const asked = askedPerimeter(await currentData(), text);
    if (asked.kind !== 'found')
      return fail(422, { problem: perimeterProblem(asked), territory: text, choices: asked.choices });
    const { kept, hand, writer } = opened;
    const { strategy } = kept;
    await changeFields(
      appDatabase(),
      hand,
      kept.id,
      [{ item: strategy.id, field: 'territory', was: strategy.territory, now: asked.slug }],
      (item, items, field) => mayWrite(writer, item, items, field),
    );
    return { moved: asked.name };
  },
};
