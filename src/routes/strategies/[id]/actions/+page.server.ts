import { isoDay } from '#lib/format/date.ts';
import { formatCount } from '#lib/format/number.ts';
import { vuesActions as words } from '#lib/messages/vues-actions.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { organisationNames } from '#lib/server/strategies/organisation-names.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { headingOf } from '../heading.server.ts';
import { calendarOf } from './calendar.server.ts';
import { funderGroups } from './funder-groups.server.ts';
import { leadGroups, leadNames } from './lead-groups.server.ts';
import { mapOf } from './map.server.ts';
import { tableRows } from './table-rows.server.ts';
import { DEFAULT_VIEW, isActionsView, type ActionsView } from './view.ts';
import type { PageServerLoad } from './$types';

/** The actions of a strategy, in the view that the address asks for. */
export const load: PageServerLoad = async (event) => {
  const opened = await openStrategy(event);
  const data = await currentData();
  const { strategy } = opened.kept;
  const asked = event.url.searchParams.get('vue') ?? DEFAULT_VIEW;
  const view: ActionsView = isActionsView(asked) ? asked : DEFAULT_VIEW;
  const today = isoDay(new Date());
  const names = await organisationNames(
    appDatabase(),
    strategy.actions.map(({ entrusted }) => entrusted),
  );
  const leadOf = leadNames(names);
  return {
    heading: headingOf(opened, data),
    view,
    notice: view === asked ? null : words.badView(asked.slice(0, 40)),
    count: words.count(formatCount(strategy.actions.length, 'action')),
    isEmpty: strategy.actions.length === 0,
    table: view === 'tableau' ? tableRows(strategy, leadOf) : null,
    calendar: view === 'frise' ? calendarOf(strategy, leadOf, today) : null,
    map: view === 'carte' ? await mapOf(data, appDatabase(), strategy, today) : null,
    leads: view === 'porteurs' ? leadGroups(strategy, leadOf) : null,
    funders: view === 'financeurs' ? funderGroups(strategy) : null,
  };
};
