import { layOutTimeline } from '#lib/charts/timeline-axis.ts';
import type { Action, Strategy } from '#lib/domain/strategy/model/strategy.ts';
import { monthsToDay, timelineOf } from '#lib/domain/strategy/plan/timeline.ts';
import { formatIsoDate } from '#lib/format/date.ts';
import { formatMonths } from '#lib/format/month.ts';
import { formatCount } from '#lib/format/number.ts';
import { strategyChoices } from '#lib/messages/strategy-fields.ts';
import { vuesActions } from '#lib/messages/vues-actions.ts';

const words = vuesActions.calendar;

/** The actions of a strategy along time, drawn and in words. `today` is an ISO day. */
export function calendarOf({ actions }: Strategy, leadOf: (action: Action) => string, today: string) {
  const timeline = timelineOf(actions);
  const byId = new Map(actions.map((action) => [action.id, action]));
  const rowOf = (id: string) => {
    const action = byId.get(id);
    const lead = action ? leadOf(action) : '';
    return {
      id,
      name: action?.name || vuesActions.untitled,
      text: [
        strategyChoices.action.status[action?.status ?? 'idea'],
        formatMonths(action?.from ?? '', action?.to ?? ''),
        lead && words.lead(lead),
      ]
        .filter(Boolean)
        .join(' · '),
    };
  };
  const undated = timeline?.undated ?? actions.map(({ id }) => id);
  const drawing = timeline && layOutTimeline(timeline, monthsToDay(today));
  const statuses = Object.entries(strategyChoices.action.status) as [Action['status'], string][];
  return {
    drawing,
    rows: drawing?.bars.map(({ id }) => rowOf(id)) ?? [],
    label: timeline
      ? words.label(
          String(timeline.from),
          String(timeline.to - 1),
          formatCount(timeline.bars.length, 'action'),
        )
      : '',
    today: words.today(formatIsoDate(today)),
    outside: drawing?.today === null ? words.outside(formatIsoDate(today)) : null,
    statuses: statuses
      .filter(([status]) => timeline?.bars.some((bar) => bar.status === status))
      .map(([status, label]) => ({ status, label })),
    undated: undated.map(rowOf),
  };
}
