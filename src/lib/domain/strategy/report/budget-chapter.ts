import { budgetOf, fundersOf } from '../model/budget.ts';
import { orNull, ownPassage, tableOf, yearsOf } from './blocks.ts';
import type { Block, Passage } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** Dropped actions cost nothing and bring nothing. */
const keptActions = ({ strategy }: ReportInput) =>
  strategy.actions.filter(({ status }) => status !== 'dropped');

/** What it takes, what comes, what is sure, what is still to be found. */
export function budgetPassage(input: ReportInput, key: string): Passage[] {
  const { voice } = input;
  const actions = keptActions(input);
  const lines = actions.flatMap(({ costs, funding }) => [...costs, ...funding]);
  if (!lines.some(({ amount }) => amount !== null)) return [];
  const budget = budgetOf(actions);
  const years = budget.years.filter((year) => year !== null);
  const span = yearsOf(years[0] ?? null, years.at(-1) ?? null);
  const coming = budget.funded.reduce((sum, amount) => sum + amount, 0);
  const unsaid =
    budget.unsaid === 0
      ? ''
      : ` ${voice.count(budget.unsaid, 'ligne')} sans montant ${budget.unsaid < 2 ? 'n’est pas comptée' : 'ne sont pas comptées'}.`;
  return [
    ownPassage(
      input,
      key,
      `Les actions coûtent ${voice.euros(budget.total)}${span === '' ? '' : `, ${span}`}. Les financements inscrits font ${voice.euros(coming)}, dont ${voice.euros(budget.secured)} accordés ou versés ; ${voice.euros(budget.unfunded)} restent à trouver.${unsaid}`,
    ),
  ];
}

/** Money by year, by funder, line by line. */
export function budgetBlocks(input: ReportInput): Block[] {
  const { strategy, voice, day } = input;
  const actions = keptActions(input);
  const { years, costs, funded } = budgetOf(actions);
  const names = new Map(strategy.actions.map(({ id, name }) => [id, name || voice.untitled]));
  const bars = years.map((year, at) => ({ year, cost: costs[at] ?? 0, funded: funded[at] ?? 0 }));
  return [
    ...budgetPassage(input, 'budget.total'),
    ...(bars.some(({ cost, funded: coming }) => cost + coming > 0)
      ? [{ is: 'bars' as const, bars, sources: [voice.ownSource], day }]
      : []),
    ...tableOf(
      input,
      'budget',
      [
        ['year', 'code'],
        ['cost', 'number', '€'],
        ['funded', 'number', '€'],
        ['missing', 'number', '€'],
      ],
      bars.map(({ year, cost, funded: coming }) => [
        year === null ? null : String(year),
        cost,
        coming,
        Math.max(0, cost - coming),
      ]),
    ),
    ...tableOf(
      input,
      'funders',
      [['funder'], ['total', 'number', '€'], ['secured', 'number', '€'], ['actions']],
      fundersOf(actions).map(({ funder, total, secured, actions: ids }) => [
        orNull(funder),
        total,
        secured,
        ids.map((id) => names.get(id) ?? '').join(', '),
      ]),
    ),
    ...tableOf(
      input,
      'lines',
      [['action'], ['funder'], ['year', 'code'], ['amount', 'number', '€'], ['status']],
      strategy.actions.flatMap(({ id, funding }) =>
        funding.map(({ funder, year, amount, status }) => [
          names.get(id) ?? '',
          orNull(funder),
          year === null ? null : String(year),
          amount,
          voice.labels.funding[status],
        ]),
      ),
    ),
  ];
}
