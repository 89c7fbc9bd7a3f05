import type { Block } from './report-document.ts';
import { factsOf, proseOf, yearsOf } from './blocks.ts';
import type { ReportInput } from './report-input.ts';

/** Where, who carries it, with whom, for what. */
export function perimeterBlocks({ strategy, place, owner, voice }: ReportInput): Block[] {
  const { sponsor, pilot, team, from, to, envelope, context, aims } = strategy;
  return [
    ...factsOf(voice, [
      ['owner', [place, owner].filter((one) => one !== '').join(' · ')],
      ['sponsor', sponsor],
      ['pilot', pilot],
      ['years', yearsOf(from, to)],
      ['envelope', envelope === null ? '' : voice.euros(envelope)],
    ]),
    ...proseOf(voice, 'team', team),
    ...proseOf(voice, 'context', context),
    ...proseOf(voice, 'aims', aims),
  ];
}
