import { amountIn, choiceIn, keysIn, saidIn, type Item } from '../record/item.ts';
import {
  ACTION_STATUSES,
  ACTOR_ROLES,
  BODY_KINDS,
  COST_NATURES,
  DIRECTIONS,
  FUNDING_STATUSES,
  GAP_KINDS,
  type ItemKind,
} from '../record/item-kind.ts';
import { readCounted } from './counted-scenario.ts';
import type {
  Action,
  Actor,
  Body,
  Cost,
  Entry,
  Funding,
  Gap,
  Indicator,
  Measure,
  Strategy,
} from './strategy.ts';

/** Items by what they stand under and their kind, in order. */
class Shelf {
  readonly #under = new Map<string, Item[]>();

  constructor(items: readonly Item[]) {
    for (const item of items) {
      const key = `${item.under}/${item.kind}`;
      const held = this.#under.get(key);
      if (held) held.push(item);
      else this.#under.set(key, [item]);
    }
    for (const list of this.#under.values()) list.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  }

  of<Kind extends ItemKind, Read>(under: string, kind: Kind, read: (item: Item<Kind>) => Read): Read[] {
    return (this.#under.get(`${under}/${kind}`) ?? []).map((item) => read(item as Item<Kind>));
  }
}

/** A strategy from its items, in order; `null` without the one that is the strategy itself. */
export function readStrategy(items: readonly Item[]): Strategy | null {
  const root = items.find((item): item is Item<'strategy'> => item.kind === 'strategy');
  if (!root) return null;
  const shelf = new Shelf(items);
  const gaps = shelf.of(root.id, 'gap', gapOf);
  const held = new Set(gaps.map(({ id }) => id));
  return {
    id: root.id,
    name: saidIn(root, 'name'),
    territory: saidIn(root, 'territory'),
    sponsor: saidIn(root, 'sponsor'),
    pilot: saidIn(root, 'pilot'),
    team: saidIn(root, 'team'),
    from: amountIn(root, 'from'),
    to: amountIn(root, 'to'),
    context: saidIn(root, 'context'),
    voices: saidIn(root, 'voices'),
    aims: saidIn(root, 'aims'),
    governance: saidIn(root, 'governance'),
    envelope: amountIn(root, 'envelope'),
    revision: saidIn(root, 'revision'),
    followUp: saidIn(root, 'followUp'),
    actors: shelf.of(root.id, 'actor', actorOf),
    gaps,
    actions: shelf.of(root.id, 'action', (item) => actionOf(item, shelf, held)),
    bodies: shelf.of(root.id, 'body', bodyOf),
    passages: shelf.of(root.id, 'passage', (item) => ({
      id: item.id,
      key: saidIn(item, 'key'),
      text: saidIn(item, 'text'),
      basis: saidIn(item, 'basis'),
    })),
  };
}

const actorOf = (item: Item<'actor'>): Actor => ({
  id: item.id,
  name: saidIn(item, 'name'),
  role: choiceIn(item, 'role', ACTOR_ROLES, 'partner'),
  offers: saidIn(item, 'offers'),
  communes: keysIn(item, 'communes'),
  places: keysIn(item, 'places'),
  organisation: saidIn(item, 'organisation'),
});

const gapOf = (item: Item<'gap'>): Gap => ({
  id: item.id,
  name: saidIn(item, 'name'),
  kind: choiceIn(item, 'kind', GAP_KINDS, 'other'),
  query: saidIn(item, 'query'),
  communes: keysIn(item, 'communes'),
  people: amountIn(item, 'people'),
  measured: saidIn(item, 'measured'),
  day: saidIn(item, 'day'),
  impact: amountIn(item, 'impact'),
  feasibility: amountIn(item, 'feasibility'),
  argument: saidIn(item, 'argument'),
});

const actionOf = (item: Item<'action'>, shelf: Shelf, gaps: ReadonlySet<string>): Action => ({
  id: item.id,
  name: saidIn(item, 'name'),
  status: choiceIn(item, 'status', ACTION_STATUSES, 'idea'),
  model: saidIn(item, 'model'),
  gaps: keysIn(item, 'gaps').filter((id) => gaps.has(id)),
  need: saidIn(item, 'need'),
  public: saidIn(item, 'public'),
  description: saidIn(item, 'description'),
  prerequisites: saidIn(item, 'prerequisites'),
  lead: saidIn(item, 'lead'),
  partners: saidIn(item, 'partners'),
  entrusted: saidIn(item, 'entrusted'),
  scenario: saidIn(item, 'scenario'),
  places: keysIn(item, 'places'),
  from: saidIn(item, 'from'),
  to: saidIn(item, 'to'),
  expected: amountIn(item, 'expected'),
  counted: readCounted(saidIn(item, 'counted')),
  costs: shelf.of(item.id, 'cost', costOf),
  funding: shelf.of(item.id, 'funding', fundingOf),
  indicators: shelf.of(item.id, 'indicator', (one) => indicatorOf(one, shelf)),
  entries: byDay(shelf.of(item.id, 'entry', entryOf)),
});

const costOf = (item: Item<'cost'>): Cost => ({
  id: item.id,
  label: saidIn(item, 'label'),
  year: amountIn(item, 'year'),
  amount: amountIn(item, 'amount'),
  nature: choiceIn(item, 'nature', COST_NATURES, 'running'),
});

const fundingOf = (item: Item<'funding'>): Funding => ({
  id: item.id,
  funder: saidIn(item, 'funder'),
  organisation: saidIn(item, 'organisation'),
  year: amountIn(item, 'year'),
  amount: amountIn(item, 'amount'),
  status: choiceIn(item, 'status', FUNDING_STATUSES, 'considered'),
});

const indicatorOf = (item: Item<'indicator'>, shelf: Shelf): Indicator => ({
  id: item.id,
  name: saidIn(item, 'name'),
  unit: saidIn(item, 'unit'),
  direction: choiceIn(item, 'direction', DIRECTIONS, 'up'),
  baseline: amountIn(item, 'baseline'),
  baselineDay: saidIn(item, 'baselineDay'),
  target: amountIn(item, 'target'),
  targetDay: saidIn(item, 'targetDay'),
  measures: byDay(shelf.of(item.id, 'measure', measureOf)),
});

const measureOf = (item: Item<'measure'>): Measure => ({
  id: item.id,
  day: saidIn(item, 'day'),
  value: amountIn(item, 'value'),
  source: saidIn(item, 'source'),
});

const entryOf = (item: Item<'entry'>): Entry => ({
  id: item.id,
  day: saidIn(item, 'day'),
  text: saidIn(item, 'text'),
});

const bodyOf = (item: Item<'body'>): Body => ({
  id: item.id,
  name: saidIn(item, 'name'),
  kind: choiceIn(item, 'kind', BODY_KINDS, 'other'),
  members: saidIn(item, 'members'),
  rhythm: saidIn(item, 'rhythm'),
});

/** By day; what has none comes last, as it stood. */
const byDay = <Dated extends { day: string }>(list: Dated[]): Dated[] =>
  list.sort((a, b) => Number(a.day === '') - Number(b.day === '') || a.day.localeCompare(b.day));
