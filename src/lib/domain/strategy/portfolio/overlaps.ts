import { funderKey } from '../model/budget.ts';
import type { FundingStatus } from '../model/strategy.ts';
import { sumKnown, type KnownSum } from '../plan/known-sum.ts';
import type { HeldStrategy } from './portfolio.ts';

/** What two funders pay together; on the diagonal, what one pays. */
export interface OverlapCell {
  actions: number;
  /** Euros that both bring to these actions. */
  euros: KnownSum;
}

/** An action that several funders pay. */
export interface SharedAction {
  strategy: { id: string; name: string; territory: string };
  action: { id: string; name: string };
  /** Who brings most first. */
  funders: { funder: string; euros: KnownSum }[];
}

export interface Overlaps {
  /** Names, who brings most first. */
  funders: string[];
  /** A row and a column for each funder, in that order. */
  cells: OverlapCell[][];
  shared: SharedAction[];
  /** Perimeters that several funders pay something in, by slug, with their names. */
  territories: { territory: string; funders: string[] }[];
  /** Lines that name no funder: they are in no cell. */
  unnamed: number;
}

/** A funder pays, or was asked to: neither what is only considered, nor what was refused. */
const isEngaged = (status: FundingStatus): boolean =>
  status === 'asked' || status === 'granted' || status === 'paid';

interface Paid {
  held: HeldStrategy;
  action: { id: string; name: string };
  /** Amounts by funder. */
  by: Map<string, (number | null)[]>;
}

/** Which actions and territories funders pay together. */
export function overlapsOf(strategies: readonly HeldStrategy[]): Overlaps {
  const names = new Map<string, string>();
  let unnamed = 0;
  const paid: Paid[] = [];
  for (const held of strategies)
    for (const { id, name, funding } of held.strategy.actions) {
      const by = new Map<string, (number | null)[]>();
      for (const { funder, amount, status } of funding) {
        if (!isEngaged(status)) continue;
        const key = funderKey(funder);
        if (key === '') {
          unnamed++;
          continue;
        }
        if (!names.has(key)) names.set(key, funder);
        by.set(key, [...(by.get(key) ?? []), amount]);
      }
      if (by.size > 0) paid.push({ held, action: { id, name }, by });
    }
  const eurosOf = (key: string): number => sumKnown(paid.flatMap(({ by }) => by.get(key) ?? [])).sum ?? 0;
  const keys = [...names.keys()].sort((a, b) => eurosOf(b) - eurosOf(a) || a.localeCompare(b, 'fr'));
  const nameOf = (key: string): string => names.get(key) ?? key;
  return {
    funders: keys.map(nameOf),
    cells: keys.map((row) => keys.map((column) => cellOf(paid, row, column))),
    shared: paid.filter(({ by }) => by.size > 1).map((one) => sharedAction(one, nameOf)),
    territories: sharedTerritories(paid, keys, nameOf),
    unnamed,
  };
}

function cellOf(paid: readonly Paid[], row: string, column: string): OverlapCell {
  const both = paid.filter(({ by }) => by.has(row) && by.has(column));
  const amounts = both.flatMap(({ by }) => [
    ...(by.get(row) ?? []),
    ...(row === column ? [] : (by.get(column) ?? [])),
  ]);
  return { actions: both.length, euros: sumKnown(amounts) };
}

const sharedAction = ({ held, action, by }: Paid, nameOf: (key: string) => string): SharedAction => ({
  strategy: { id: held.id, name: held.strategy.name, territory: held.strategy.territory },
  action,
  funders: [...by]
    .map(([key, amounts]) => ({ funder: nameOf(key), euros: sumKnown(amounts) }))
    .sort((a, b) => (b.euros.sum ?? -1) - (a.euros.sum ?? -1)),
});

function sharedTerritories(
  paid: readonly Paid[],
  keys: readonly string[],
  nameOf: (key: string) => string,
): Overlaps['territories'] {
  const byTerritory = new Map<string, Set<string>>();
  for (const { held, by } of paid) {
    const { territory } = held.strategy;
    byTerritory.set(territory, new Set([...(byTerritory.get(territory) ?? []), ...by.keys()]));
  }
  return [...byTerritory]
    .filter(([, funders]) => funders.size > 1)
    .map(([territory, funders]) => ({
      territory,
      funders: keys.filter((key) => funders.has(key)).map(nameOf),
    }));
}
