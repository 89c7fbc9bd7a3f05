import { orNull, tableOf } from './blocks.ts';
import type { Report, ReportTable } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** Tables of the sheet of one action: whole ones hold every action. */
const OF_ONE_ACTION: ReadonlySet<string> = new Set(['costs', 'funding', 'indicators']);

/** Every table of what the strategy says, each once and whole: those of the chapters, and what each action costs. */
export function workbookTables(input: ReportInput, { chapters }: Pick<Report, 'chapters'>): ReportTable[] {
  const { strategy, voice } = input;
  const whole = chapters
    .filter(({ key }) => key !== 'diagnosis' && key !== 'method')
    .flatMap(({ key, blocks }) =>
      blocks
        .filter((block): block is ReportTable => block.is === 'table')
        .filter((table) => key !== 'actions' || !OF_ONE_ACTION.has(table.key)),
    );
  const costs = tableOf(
    input,
    'costs',
    [['action'], ['label'], ['nature'], ['year', 'code'], ['amount', 'number', '€']],
    strategy.actions.flatMap(({ name, costs }) =>
      costs.map(({ label, nature, year, amount }) => [
        name || voice.untitled,
        orNull(label),
        voice.labels.nature[nature],
        year === null ? null : String(year),
        amount,
      ]),
    ),
  );
  return [...whole, ...costs];
}
