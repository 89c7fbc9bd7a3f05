import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { mayWrite } from '#lib/domain/strategy/access/may-write.ts';
import { draftOf } from '#lib/domain/strategy/library/action-draft.ts';
import { ACTION_LIBRARY, findModel } from '#lib/domain/strategy/library/library.ts';
import { strategies } from '#lib/messages/strategies.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { appDatabase } from '#lib/server/app.ts';
import { addItem, type NewItem } from '#lib/server/strategies/items.ts';
import { FORM } from '#lib/strategy/field-names.ts';
import { answerTo, askStep } from '../../step-actions.server.ts';
import { openStep } from '../../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A new action: from one of the library, or from a blank sheet; of the gap that the address names. */
export const load: PageServerLoad = async (event) => {
  const { opened, shown } = await openStep(event);
  if (!shown.root.mayWrite) error(403, strategies.closed.less);
  const model = findModel(event.url.searchParams.get('modele') ?? '');
  const gap = event.url.searchParams.get('ecart') ?? '';
  return {
    ...shown,
    model: model ? { key: model.key, title: model.title, need: model.need } : null,
    models: ACTION_LIBRARY.map(({ key, title }) => ({ key, title })),
    gaps: opened.kept.strategy.gaps.map(({ id, name }) => ({ id, name, chosen: id === gap })),
  };
};

export const actions: Actions = {
  create: async (event) => {
    const form = await event.request.formData();
    const asked = await askStep(event, form);
    if (!('kept' in asked)) return asked;
    const { kept, hand, writer } = asked;
    const model = findModel(String(form.get('modele') ?? ''));
    const draft = model ? draftOf(model) : null;
    const name = String(form.get('nom') ?? '').trim() || draft?.title || strategySteps.action.unnamed;
    const id = String(form.get(FORM.item) ?? '') || randomUUID();
    const items: NewItem[] = [
      {
        id,
        kind: 'action',
        under: kept.strategy.id,
        fields: {
          name,
          status: 'idea',
          gaps: form.getAll('ecart').map(String).join(' '),
          ...(draft && {
            model: draft.model,
            need: draft.need,
            public: draft.public,
            description: draft.description,
            prerequisites: draft.prerequisites,
          }),
        },
      },
      ...(model?.indicators ?? []).map((indicator): NewItem => ({
        // The same form sent twice names the same things.
        id: `${id}-${indicator.name}`.slice(0, 120),
        kind: 'indicator',
        under: id,
        fields: { name: indicator.name, unit: indicator.unit, direction: indicator.direction },
      })),
    ];
    for (const item of items) {
      const added = await addItem(appDatabase(), hand, kept.id, item, (above, all) =>
        mayWrite(writer, above, all),
      );
      const refused = answerTo(added);
      if (refused) return refused;
    }
    redirect(303, `/strategies/${kept.id}/actions/${id}`);
  },
};
