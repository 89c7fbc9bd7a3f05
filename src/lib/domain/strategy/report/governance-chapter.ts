import { orNull, proseOf, tableOf } from './blocks.ts';
import type { Block } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** Who decides, with whom, how often. */
export function governanceBlocks(input: ReportInput): Block[] {
  const { strategy, voice } = input;
  return [
    ...proseOf(voice, null, strategy.governance),
    ...tableOf(
      input,
      'bodies',
      [['name'], ['kind'], ['members'], ['rhythm']],
      strategy.bodies.map(({ name, kind, members, rhythm }) => [
        name || voice.untitled,
        voice.labels.body[kind],
        orNull(members),
        orNull(rhythm),
      ]),
    ),
  ];
}
