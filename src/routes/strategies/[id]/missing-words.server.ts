import { missingOf, type DiagnosisState, type Step } from '#lib/domain/strategy/model/steps.ts';
import type { Strategy } from '#lib/domain/strategy/model/strategy.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatCount } from '#lib/format/number.ts';
import { strategies as words } from '#lib/messages/strategies.ts';

/** What a step still lacks, in a sentence; empty when nothing. */
export function missingWords(strategy: Strategy, step: Step, diagnosis: DiagnosisState): string {
  const lacks = missingOf(strategy, diagnosis, isoDay(new Date()))
    .filter((one) => one.step === step)
    .map(({ lack, count }) => words.lacks[lack]((noun) => formatCount(count, noun)));
  return lacks.length === 0 ? '' : words.missing(lacks.join(' ; '));
}
