import { tableOf } from './blocks.ts';
import type { Block } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** Editions that the figures come from, and how they were counted. */
export function methodBlocks(input: ReportInput): Block[] {
  const { diagnosis, voice } = input;
  return [
    { is: 'list', title: '', items: [...voice.method] },
    ...tableOf(
      input,
      'editions',
      [['title'], ['edition'], ['loaded', 'day']],
      (diagnosis?.figures.editions ?? []).map(({ title, edition, loaded }) => [title, edition, loaded]),
    ),
  ];
}
