import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { groupOfWord } from '#lib/domain/access/gaps/group.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { funderKey } from '#lib/domain/strategy/model/budget.ts';
import type { Gazetteer } from '#lib/domain/strategy/plan/located-action.ts';
import {
  filterPortfolio,
  type FilteredPortfolio,
  type PortfolioFilter,
} from '#lib/domain/strategy/portfolio/filter-portfolio.ts';
import type { FactsOf, HeldStrategy } from '#lib/domain/strategy/portfolio/portfolio.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { portefeuille as words } from '#lib/messages/portefeuille.ts';
import { accountsExist, appDatabase, currentData } from '#lib/server/app.ts';
import { signInHref, visitorOf, type Asking } from '#lib/server/guard.ts';
import { groupColumn } from '#lib/server/queries/access/need-groups.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { strategiesOf } from '#lib/server/strategies/list.ts';
import { readStrategies } from '#lib/server/strategies/read.ts';
import { formatCount } from '#lib/format/number.ts';
import { readPortfolioFilter } from './portfolio-address.ts';

/** What somebody may read together, and what they ask of it. */
export interface AskedPortfolio {
  data: Snapshot;
  filter: PortfolioFilter;
  /** Every strategy that they may read. */
  all: HeldStrategy[];
  /** Of the territory that is asked for, money of every funder and year. */
  ofTerritory: HeldStrategy[];
  shown: FilteredPortfolio;
  factsOf: FactsOf;
  gazetteer: Gazetteer;
  notices: string[];
  /** Whether they are a member of no organisation. */
  isAlone: boolean;
}

/**
 * Reads the strategies that who asks may read, and no other. Who is not signed in is sent to sign in and come
 * back; at a machine without accounts, the strategies made there are theirs.
 */
export async function askPortfolio(
  event: Asking & Pick<RequestEvent, 'setHeaders'>,
): Promise<AskedPortfolio> {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const visitor = await visitorOf(event);
  if (visitor.kind === 'anonymous' || visitor.kind === 'expired') {
    if (!(await accountsExist())) error(403, gestion.single.off);
    redirect(303, signInHref(event.url));
  }
  const database = appDatabase();
  const data = await currentData();
  const kept = await readStrategies(database, await strategiesOf(database, visitor));
  const all = kept.map(({ id, owner, strategy }): HeldStrategy => {
    const territory = data.territories.bySlug(strategy.territory);
    const communes = territory ? data.territories.communes(territory).map(({ code }) => code) : [];
    return { id, owner: owner?.name ?? '', strategy, communes };
  });
  const { filter, notices } = followFilter(all, event.url.searchParams);
  const shown = filterPortfolio(all, filter);
  if (shown.undated > 0) notices.push(words.notices.undated(formatCount(shown.undated, 'ligne')));
  return {
    data,
    filter,
    all,
    ofTerritory: filterPortfolio(all, { ...filter, funder: '', from: null, to: null }).strategies,
    shown,
    factsOf: factsIn(data),
    gazetteer: gazetteerOf(data, all),
    notices,
    isAlone: visitor.kind === 'member' && visitor.organisation === null,
  };
}

function followFilter(
  all: readonly HeldStrategy[],
  parameters: URLSearchParams,
): { filter: PortfolioFilter; notices: string[] } {
  const { filter, badYears, isSwapped } = readPortfolioFilter(parameters);
  const notices = badYears.map(words.notices.badYear);
  if (isSwapped) notices.push(words.notices.swapped);
  const isKnownFunder = all.some(({ strategy }) =>
    strategy.actions.some(({ funding }) =>
      funding.some((line) => funderKey(line.funder) === funderKey(filter.funder)),
    ),
  );
  if (filter.funder !== '' && !isKnownFunder) notices.push(words.notices.unknownFunder(filter.funder));
  const isHeld = all.some(({ strategy }) => strategy.territory === filter.territory);
  if (filter.territory === '' || isHeld) return { filter, notices };
  notices.push(words.notices.unknownTerritory(filter.territory));
  return { filter: { ...filter, territory: '' }, notices };
}

/** People in need: under the poverty line, counted or estimated. */
const IN_NEED = 'pauvrete';

function factsIn(data: Snapshot): FactsOf {
  const group = groupOfWord(IN_NEED);
  const column = group ? groupColumn(data, group) : null;
  return (code) => {
    const commune = data.territories.get('commune', code);
    const cell = commune && column ? cellAt(column, commune.ordinal) : null;
    return { inhabitants: commune?.population ?? null, need: cell && isKnown(cell) ? cell.value : null };
  };
}

function gazetteerOf(data: Snapshot, all: readonly HeldStrategy[]): Gazetteer {
  const asked = new Set(all.flatMap(({ strategy }) => strategy.actions.flatMap(({ places }) => places)));
  const communes = new Map(
    data.places.flatMap(({ id, commune }) => (asked.has(id) ? [[id, commune] as const] : [])),
  );
  return {
    communeOfPlace: (id) => communes.get(id) ?? null,
    inhabitants: (code) => data.territories.get('commune', code)?.population ?? null,
  };
}
