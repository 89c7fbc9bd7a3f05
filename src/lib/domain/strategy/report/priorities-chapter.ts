import { enumerate } from '../../report/wording.ts';
import { prioritiesOf, type Quadrant } from '../model/priorities.ts';
import { orNull, ownPassage, tableOf } from './blocks.ts';
import type { Block, Passage } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

const QUADRANTS: readonly Quadrant[] = ['first', 'prepare', 'easy', 'later'];

/** What comes first, in a sentence. */
export function prioritiesPassage(input: ReportInput, key: string): Passage[] {
  const { strategy, voice } = input;
  const ranked = prioritiesOf(strategy.gaps);
  const scored = ranked.filter(({ score }) => score !== null);
  if (scored.length === 0) return [];
  const parts = QUADRANTS.flatMap((quadrant) => {
    const held = scored.filter((one) => one.quadrant === quadrant);
    if (held.length === 0) return [];
    return [
      `${voice.labels.quadrant[quadrant]} : ${enumerate(held.map(({ gap, score }) => `« ${gap.name || voice.untitled} » (${voice.number(score ?? 0)} sur 25)`))}`,
    ];
  });
  const left = ranked.length - scored.length;
  const more =
    left === 0 ? '' : ` ${voice.count(left, 'écart')} ${left < 2 ? 'n’est pas noté' : 'ne sont pas notés'}.`;
  return [ownPassage(input, key, `${parts.join('. ')}.${more}`)];
}

/** Impact and feasibility of each gap, on the matrix and argued. */
export function prioritiesBlocks(input: ReportInput): Block[] {
  const { strategy, voice, day } = input;
  const numbers = new Map(strategy.gaps.map(({ id }, at) => [id, at + 1]));
  const ranked = prioritiesOf(strategy.gaps);
  const points = ranked.flatMap(({ gap }) =>
    gap.impact === null || gap.feasibility === null
      ? []
      : [
          {
            number: numbers.get(gap.id) ?? 0,
            name: gap.name || voice.untitled,
            impact: gap.impact,
            feasibility: gap.feasibility,
          },
        ],
  );
  return [
    ...prioritiesPassage(input, 'priorites.ordre'),
    ...(points.length === 0 ? [] : [{ is: 'matrix' as const, points, sources: [voice.ownSource], day }]),
    ...tableOf(
      input,
      'priorities',
      [
        ['number', 'number'],
        ['name'],
        ['impact', 'number'],
        ['feasibility', 'number'],
        ['score', 'number'],
        ['quadrant'],
        ['argument'],
      ],
      ranked.map(({ gap, score, quadrant }) => [
        numbers.get(gap.id) ?? null,
        gap.name || voice.untitled,
        gap.impact,
        gap.feasibility,
        score,
        quadrant && voice.labels.quadrant[quadrant],
        orNull(gap.argument),
      ]),
    ),
  ];
}
