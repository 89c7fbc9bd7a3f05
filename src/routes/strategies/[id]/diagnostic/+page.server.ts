import { fail } from '@sveltejs/kit';
import { catalogueInUse } from '#lib/domain/indicators/catalogue-in-use.ts';
import { changesBetween } from '#lib/domain/strategy/diagnosis/frozen-figures.ts';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { formatDate } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import { diagnostic } from '#lib/messages/diagnostic.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { diagnosisOf } from '#lib/server/diagnosis/diagnosis.ts';
import { diagnosisState } from '#lib/server/diagnosis/diagnosis-state.ts';
import { keptCatalogue, leftOut } from '#lib/server/catalogue/kept-catalogue.ts';
import { withCatalogue } from '#lib/server/catalogue/with-catalogue.ts';
import { frozenFigures } from '#lib/server/diagnosis/frozen-figures.ts';
import { findCited } from '#lib/server/editions/find-cited.ts';
import { freezeDiagnosis, lastDiagnosis, lastFigures } from '#lib/server/strategies/diagnoses.ts';
import { askStrategy } from '#lib/server/strategy-guard.ts';
import { stepActions } from '../step-actions.server.ts';
import { openStep } from '../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const words = strategySteps.diagnosis;

/** The diagnosis of a strategy as it was frozen, and what changed since the one before. */
export const load: PageServerLoad = async (event) => {
  const { opened, data, shown } = await openStep(event, 'diagnosis');
  const { id, strategy } = opened.kept;
  const [frozen, [, before]] = await Promise.all([
    lastDiagnosis(appDatabase(), id),
    lastFigures(appDatabase(), id, 2),
  ]);
  const changes = frozen && before ? changesBetween(before.figures, frozen.figures) : null;
  return {
    ...shown,
    state: diagnosisState(data, frozen?.figures ?? null, strategy.territory),
    frozen: frozen && { day: formatDate(frozen.at), diagnosis: frozen.content },
    leftOut: leftOut(catalogueInUse()),
    cited: frozen ? await findCited(appDatabase(), frozen.figures.editions) : [],
    changes: changes &&
      before && {
        since: formatDate(before.at),
        moved: changes.moved,
        same: formatNumber(changes.same),
        editions: changes.editions.map(({ was, is }) =>
          words.edition((is ?? was)?.title ?? '', was?.edition ?? words.absent, is?.edition ?? words.absent),
        ),
        figures: changes.figures.map(({ was, is }) => ({
          label: [(is ?? was)?.label, (is ?? was)?.year].filter(Boolean).join(', '),
          was: was?.text ?? words.absent,
          is: is?.text ?? words.absent,
        })),
      },
  };
};

export const actions: Actions = {
  ...stepActions,
  freeze: async (event) => {
    const opened = await askStrategy(event, 'editor');
    if (!('kept' in opened))
      return fail(opened.status === 303 ? 401 : opened.status, { problem: opened.problem });
    const data = await currentData();
    const territory = data.territories.bySlug(opened.kept.strategy.territory);
    if (!territory) return fail(409, { problem: words.failed });
    const database = appDatabase();
    const choice = { filter: NO_FILTER, text: diagnostic.filter.counted(diagnostic.filter.all) };
    // A strategy is read by whoever it is shared with.
    const [figures, content] = await withCatalogue(keptCatalogue(catalogueInUse()), () =>
      Promise.all([
        frozenFigures(data, territory, opened.hand.now),
        diagnosisOf(data, database, territory, choice, opened.hand.now),
      ]),
    );
    const id = await freezeDiagnosis(database, opened.hand, opened.kept.id, { figures, content });
    return id === null ? fail(404, { problem: words.failed }) : { done: words.done };
  },
};
