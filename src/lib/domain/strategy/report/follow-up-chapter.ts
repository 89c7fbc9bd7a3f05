import type { Action } from '../model/strategy.ts';
import { progressOf } from '../model/progress.ts';
import { factsOf, orNull, ownPassage, proseOf, tableOf } from './blocks.ts';
import type { Block, Passage, ReportTable } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** Digits after the comma that a measure may have. */
const DECIMALS = 3;

/** How many indicators are followed, measured, reached; and when the strategy is looked at again. */
export function followUpPassage(input: ReportInput, key: string): Passage[] {
  const { strategy, voice } = input;
  const states = strategy.actions
    .filter(({ status }) => status !== 'dropped')
    .flatMap(({ indicators }) => indicators.map((one) => progressOf(one).state));
  const count = (wanted: (state: (typeof states)[number]) => boolean): number => states.filter(wanted).length;
  const followed =
    states.length === 0
      ? ''
      : `${voice.count(states.length, 'indicateur suivi', 'indicateurs suivis')} ; déjà mesurés : ${voice.number(count((state) => state !== 'unmeasured'))} ; à leur cible : ${voice.number(count((state) => state === 'reached'))}.`;
  const revised =
    strategy.revision === '' ? '' : `La stratégie sera revue le ${voice.day(strategy.revision)}.`;
  const text = [followed, revised].filter((part) => part !== '').join(' ');
  return text === '' ? [] : [ownPassage(input, key, text)];
}

/** The indicators of some actions: where they start, should arrive, and stand. Those of one have a caption of its own; of several, whose each is comes first. */
export function indicatorsTable(
  input: ReportInput,
  actions: readonly Action[],
  caption?: string,
): ReportTable[] {
  const { voice } = input;
  const several = caption === undefined;
  return tableOf(
    input,
    'indicators',
    [
      ...(several ? ([['action']] as const) : []),
      ['name'],
      ['unit'],
      ['baseline', 'number', '', DECIMALS],
      ['target', 'number', '', DECIMALS],
      ['targetDay', 'day'],
      ['last', 'number', '', DECIMALS],
      ['lastDay', 'day'],
      ['state'],
    ],
    actions.flatMap(({ name, indicators }) =>
      indicators.map((one) => {
        const { last, state } = progressOf(one);
        return [
          ...(several ? [name || voice.untitled] : []),
          one.name || voice.untitled,
          orNull(one.unit),
          one.baseline,
          one.target,
          orNull(one.targetDay),
          last?.value ?? null,
          last?.day ?? null,
          voice.labels.progress[state],
        ];
      }),
    ),
    caption,
  );
}

/** Indicators, every dated measure, the day of the revision. */
export function followUpBlocks(input: ReportInput): Block[] {
  const { strategy, voice } = input;
  const kept = strategy.actions.filter(({ status }) => status !== 'dropped');
  return [
    ...followUpPassage(input, 'suivi.indicateurs'),
    ...factsOf(voice, [['revision', strategy.revision === '' ? '' : voice.day(strategy.revision)]]),
    ...proseOf(voice, 'followUp', strategy.followUp),
    ...indicatorsTable(input, kept),
    ...tableOf(
      input,
      'measures',
      [['action'], ['indicator'], ['day', 'day'], ['value', 'number', '', DECIMALS], ['unit'], ['source']],
      kept.flatMap(({ name, indicators }) =>
        indicators.flatMap((one) =>
          one.measures.map(({ day, value, source }) => [
            name || voice.untitled,
            one.name || voice.untitled,
            orNull(day),
            value,
            orNull(one.unit),
            orNull(source),
          ]),
        ),
      ),
    ),
  ];
}
