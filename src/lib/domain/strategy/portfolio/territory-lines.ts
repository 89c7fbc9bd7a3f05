import { sumKnown, type KnownSum } from '../plan/known-sum.ts';
import type { FactsOf, HeldStrategy } from './portfolio.ts';
import { totalsOf, type PortfolioTotals } from './totals.ts';

/** Need against what is brought, of one perimeter. */
export interface TerritoryLine {
  /** Slug of the perimeter. */
  territory: string;
  strategies: { id: string; name: string; owner: string }[];
  inhabitants: KnownSum;
  /** People in need of its communes; communes whose need is not known are counted apart. */
  need: KnownSum;
  totals: PortfolioTotals;
  /** Euros granted or paid. */
  secured: KnownSum;
  /** Euros granted or paid for each person in need; `null` where either is not known or nobody is in need. */
  eurosPerPerson: number | null;
  /** People in need for each euro; `null` where either is not known, or there is no euro. */
  peoplePerEuro: number | null;
}

/** Perimeters that strategies share are one line; those with most people in need first. */
export function territoryLines(strategies: readonly HeldStrategy[], factsOf: FactsOf): TerritoryLine[] {
  const byTerritory = new Map<string, HeldStrategy[]>();
  for (const held of strategies) {
    const { territory } = held.strategy;
    byTerritory.set(territory, [...(byTerritory.get(territory) ?? []), held]);
  }
  return [...byTerritory]
    .map(([territory, held]) => lineOf(territory, held, factsOf))
    .sort((a, b) => (b.need.sum ?? -1) - (a.need.sum ?? -1));
}

/** The same for all the perimeters together: a commune that two of them hold is counted once. */
export const wholeLine = (strategies: readonly HeldStrategy[], factsOf: FactsOf): TerritoryLine =>
  lineOf('', strategies, factsOf);

function lineOf(territory: string, strategies: readonly HeldStrategy[], factsOf: FactsOf): TerritoryLine {
  const facts = [...new Set(strategies.flatMap(({ communes }) => communes))].map(factsOf);
  const totals = totalsOf(strategies.flatMap(({ strategy }) => strategy.actions));
  const { granted, paid } = totals.money;
  const secured = {
    sum: granted.sum === null && paid.sum === null ? null : (granted.sum ?? 0) + (paid.sum ?? 0),
    unsaid: granted.unsaid + paid.unsaid,
  };
  // Without communes, the perimeter is not known: nobody is counted, which is not nobody.
  const unknown = { sum: null, unsaid: 0 };
  const need = facts.length === 0 ? unknown : sumKnown(facts.map((one) => one.need));
  return {
    territory,
    strategies: strategies.map(({ id, owner, strategy }) => ({ id, name: strategy.name, owner })),
    inhabitants: facts.length === 0 ? unknown : sumKnown(facts.map((one) => one.inhabitants)),
    need,
    totals,
    secured,
    eurosPerPerson: ratio(secured.sum, need.sum),
    peoplePerEuro: ratio(need.sum, secured.sum),
  };
}

const ratio = (of: number | null, by: number | null): number | null =>
  of === null || by === null || by === 0 ? null : of / by;
