import { STEPS } from '#lib/domain/strategy/model/steps.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { diagnosisState } from '#lib/server/diagnosis/diagnosis-state.ts';
import { lastFigures } from '#lib/server/strategies/diagnoses.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { headingOf } from './heading.server.ts';
import { missingWords } from './missing-words.server.ts';
import type { PageServerLoad } from './$types';

/** A strategy at a glance: its steps, and what each still lacks. */
export const load: PageServerLoad = async (event) => {
  const opened = await openStrategy(event);
  const data = await currentData();
  const { strategy, id } = opened.kept;
  const [last] = await lastFigures(appDatabase(), id, 1);
  const state = diagnosisState(data, last?.figures ?? null, strategy.territory);
  return {
    heading: headingOf(opened, data),
    steps: STEPS.map((step) => ({ step, missing: missingWords(strategy, step, state) })),
  };
};
