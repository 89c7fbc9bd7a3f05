import { missingOf, STEPS } from '#lib/domain/strategy/model/steps.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import { strategies as words } from '#lib/messages/strategies.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { diagnosisState } from '#lib/server/diagnosis/diagnosis-state.ts';
import { diagnosesOf } from '#lib/server/strategies/diagnoses.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { headingOf } from './heading.server.ts';
import type { PageServerLoad } from './$types';

/** A strategy at a glance: its steps, and what each still lacks. */
export const load: PageServerLoad = async (event) => {
  const opened = await openStrategy(event);
  const data = await currentData();
  const { strategy, id } = opened.kept;
  const [last] = await diagnosesOf(appDatabase(), id);
  const missing = missingOf(
    strategy,
    diagnosisState(data, last?.figures ?? null, strategy.territory),
    isoDay(new Date()),
  );
  return {
    heading: headingOf(opened, data),
    steps: STEPS.map((step) => ({
      step,
      missing: missing
        .filter((one) => one.step === step)
        .map(({ lack, count }) => words.lacks[lack](formatNumber(count))),
    })),
  };
};
