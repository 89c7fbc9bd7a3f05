import { GAP_KINDS } from '../record/item-kind.ts';
import type { Gap } from '../model/strategy.ts';
import { orNull, ownPassage, tableOf, tallied } from './blocks.ts';
import type { Block, Passage } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** How many gaps are retained, of which kinds, and the one of most people. */
export function gapsPassage(input: ReportInput, key: string): Passage[] {
  const { strategy, voice } = input;
  const { gaps } = strategy;
  if (gaps.length === 0) return [];
  const byKind = GAP_KINDS.map((kind) => {
    const count = gaps.filter((gap) => gap.kind === kind).length;
    return [count, `${voice.number(count)} « ${voice.labels.gap[kind]} »`] as const;
  });
  const people = (gap: Gap): number => gap.people ?? -1;
  const largest = [...gaps].sort((a, b) => people(b) - people(a))[0];
  const more =
    largest && largest.people !== null
      ? ` Celui qui touche le plus de monde, « ${largest.name || voice.untitled} », concerne ${voice.count(largest.people, 'personne')}.`
      : '';
  return [
    ownPassage(
      input,
      key,
      `${voice.count(gaps.length, 'écart')} ${gaps.length < 2 ? 'est retenu' : 'sont retenus'} : ${tallied(byKind)}.${more}`,
    ),
  ];
}

/** Who lacks what, where, as it was measured. */
export function gapsBlocks(input: ReportInput): Block[] {
  const { strategy, voice, names, day } = input;
  const { gaps } = strategy;
  return [
    ...gapsPassage(input, 'ecarts.nombre'),
    ...tableOf(
      input,
      'gaps',
      [['number', 'number'], ['name'], ['kind'], ['communes'], ['people', 'number'], ['day', 'day']],
      gaps.map((gap, at) => [
        at + 1,
        gap.name || voice.untitled,
        voice.labels.gap[gap.kind],
        orNull(gap.communes.map((code) => names.commune(code)).join(', ')),
        gap.people,
        orNull(gap.day),
      ]),
    ),
    ...gaps.flatMap((gap): Passage[] =>
      gap.measured === ''
        ? []
        : [
            {
              is: 'passage',
              key: `ecart.${gap.id}`,
              generated: `${gap.name || voice.untitled} : ${gap.measured}`,
              sources: [voice.ownSource],
              day: gap.day || day,
              edit: null,
            },
          ],
    ),
  ];
}
