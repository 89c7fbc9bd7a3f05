import { EVERYBODY, type Group } from '../../domain/access/gaps/group.ts';
import {
  concentrationCurve,
  curveIndex,
  lorenzCurve,
  shareOfFirst,
  type ShareCurve,
} from '../../domain/equity/curve.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { accessOf, populationsOf, type AccessRequest } from '../queries/access/gaps.ts';
import { groupColumn } from '../queries/access/need-groups.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { homesOf, supplyOf } from '../queries/access/supply.ts';

/** What is shared out between people. */
export const SHARED = ['access', 'hours', 'places'] as const;

export type Shared = (typeof SHARED)[number];

/** How one thing is shared out. */
export interface EquityLine {
  of: Shared;
  /** People in most need first; `null` when it cannot be drawn. */
  curve: ShareCurve;
  /** −1 to 1; negative when those in need have more. */
  concentration: number;
  /** 0 to 1; how unequal, whatever the need. */
  gini: number;
  /** Share that the fifth in most need has, 0 to 1. */
  firstFifth: number;
}

export interface Equity {
  lines: EquityLine[];
  /** Whether need is the estimated rate of poverty, for want of a group of its own. */
  byPoverty: boolean;
}

/** The share of the people that the fifth in most need is. */
export const FIRST = 0.2;

/** How access, hours and places are shared out between the communes of a territory, by their need; `null` when there is nothing to share. Yields after each. */
export function* weighingEquity(
  data: Snapshot,
  request: AccessRequest,
  territory: Territory,
  today: string,
): Generator<void, Equity | null> {
  const communes = data.territories.communes(territory);
  const need = needOf(data, request.group);
  if (!need || communes.length < 2) return null;
  const populations = populationsOf(data);
  const lines: EquityLine[] = [];
  for (const of of SHARED) {
    yield;
    const amountOf = amounts(data, request, of, today);
    const known = communes
      .map(({ ordinal }) => ({
        people: populations[ordinal] || 0,
        amount: amountOf(ordinal),
        need: need(ordinal),
      }))
      .filter((holding) => !Number.isNaN(holding.need));
    const [curve, lorenz] = [concentrationCurve(known), lorenzCurve(known)];
    if (!curve || !lorenz) continue;
    lines.push({
      of,
      curve,
      concentration: curveIndex(curve),
      gini: curveIndex(lorenz),
      firstFifth: shareOfFirst(curve, FIRST),
    });
  }
  return lines.length === 0 ? null : { lines, byPoverty: request.group === EVERYBODY };
}

/** How needy a commune is: the share of its people in the group; the rate of poverty when everybody is asked for. */
function needOf(data: Snapshot, group: Group): ((ordinal: number) => number) | null {
  if (group === EVERYBODY) {
    const rate = data.column('taux-de-pauvrete-estime', 'commune');
    return rate && ((ordinal) => rate.values[ordinal] ?? Number.NaN);
  }
  const column = groupColumn(data, group);
  const populations = populationsOf(data);
  return (
    column && ((ordinal) => (column.values[ordinal] ?? Number.NaN) / (populations[ordinal] ?? Number.NaN))
  );
}

/** How much of a thing each commune has. */
function amounts(
  data: Snapshot,
  request: AccessRequest,
  of: Shared,
  today: string,
): (ordinal: number) => number {
  if (of === 'places') {
    const count = new Map<number, number>();
    for (const home of homesOf(data, supplyOf(data, request, today).ranks))
      count.set(home, (count.get(home) ?? 0) + 1);
    return (ordinal) => count.get(ordinal) ?? 0;
  }
  const populations = populationsOf(data);
  const supply = of === 'hours' ? 'hours' : 'places';
  const { access } = accessOf(data, { ...request, supply }, today).catchment;
  return (ordinal) => (access[ordinal] as number) * (populations[ordinal] || 0);
}
