import { expectedPeople } from '#lib/domain/strategy/model/expected-people.ts';
import { progressOf } from '#lib/domain/strategy/model/progress.ts';
import type { Action, Indicator, Strategy } from '#lib/domain/strategy/model/strategy.ts';
import { costOf, securedOf } from '#lib/domain/strategy/plan/by-lead.ts';
import { formatEuros } from '#lib/format/euros.ts';
import { formatKnownSum } from '#lib/format/known-sum.ts';
import { formatMonths } from '#lib/format/month.ts';
import { formatCount, formatNumber, formatPercent } from '#lib/format/number.ts';
import { strategyChoices } from '#lib/messages/strategy-fields.ts';
import { vuesActions as words } from '#lib/messages/vues-actions.ts';

/** A line of the table: what each cell says, and what it sorts by. */
export interface ActionRow {
  id: string;
  name: string;
  status: string;
  /** Place of the status among all, to sort by. */
  stage: number;
  gaps: string;
  lead: string;
  dates: string;
  from: string | null;
  cost: { text: string; amount: number | null };
  secured: { text: string; amount: number | null };
  people: { text: string; count: number | null };
  progress: string;
}

/** The actions of a strategy, a line each. */
export function tableRows({ actions, gaps }: Strategy, leadOf: (action: Action) => string): ActionRow[] {
  const nameOf = new Map(gaps.map(({ id, name }) => [id, name]));
  return actions.map((action): ActionRow => {
    const { id, name, status, from, to, indicators } = action;
    const [cost, secured, people] = [costOf(action), securedOf(action), expectedPeople(action)];
    return {
      id,
      name: name || words.untitled,
      status: strategyChoices.action.status[status],
      stage: Object.keys(strategyChoices.action.status).indexOf(status),
      gaps: action.gaps.map((gap) => nameOf.get(gap)).join(' ; ') || words.table.noGap,
      lead: leadOf(action) || words.table.noLead,
      dates: formatMonths(from, to) || words.unsaid,
      from: from || to || null,
      cost: { text: formatKnownSum(cost, formatEuros, words.amounts), amount: cost.sum },
      secured: { text: formatKnownSum(secured, formatEuros, words.amounts), amount: secured.sum },
      people: { text: people === null ? words.unsaid : formatNumber(people), count: people },
      progress: progressText(indicators),
    };
  });
}

/** « 62 % du chemin vers la cible » of one indicator, « 1 cible atteinte, 2 sans mesure » of several. */
function progressText(indicators: readonly Indicator[]): string {
  const all = indicators.map(progressOf);
  const [first] = all;
  if (!first) return words.progress.none;
  if (all.length === 1 && first.state === 'going' && first.share !== null)
    return words.progress.one(formatPercent(100 * first.share));
  return (Object.keys(words.progress.states) as (keyof typeof words.progress.states)[])
    .flatMap((state) => {
      const count = all.filter((one) => one.state === state).length;
      const [one, many] = words.progress.states[state];
      return count > 0 ? [formatCount(count, one, many)] : [];
    })
    .join(', ');
}
