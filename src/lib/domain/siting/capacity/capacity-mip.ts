import type { Highs } from 'highs';
import type { CapacityProof } from './sharing.ts';

/**
 * A proof by HiGHS for capacitated covering of some thousands of pairs: people by pair, sites open or not;
 * a site serves what it can if open, a demand at a site no more than itself. The bound is true even when
 * stopped after `seconds`.
 */
export const capacityProof =
  (highs: Highs, seconds: number): CapacityProof =>
  (instance, value) => {
    const { people, values, starts, sites, capacities, rule } = instance;
    const count = capacities.length;
    const columns = count + sites.length;
    const objective = new Float64Array(columns);
    const least = new Float64Array(columns);
    for (const j of instance.fixed) least[j] = 1;
    const most = new Float64Array(columns).fill(1);
    const rows: { entries: [number, number][]; limit: number }[] = [];
    const bySite: [number, number][][] = Array.from({ length: count }, (_, j) => [
      [j, -(capacities[j] as number)],
    ]);
    for (let i = 0; i < people.length; i++) {
      const own: [number, number][] = [];
      for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
        const j = sites[k] as number;
        const mostServed = Math.min(people[i] as number, capacities[j] as number);
        objective[count + k] = values[i] as number;
        most[count + k] = mostServed;
        own.push([count + k, 1]);
        (bySite[j] as [number, number][]).push([count + k, 1]);
        rows.push({
          entries: [
            [count + k, 1],
            [j, -mostServed],
          ],
          limit: 0,
        });
      }
      rows.push({ entries: own, limit: people[i] as number });
    }
    for (const entries of bySite) rows.push({ entries, limit: 0 });
    rows.push({ entries: Array.from(rule.prices.entries()), limit: rule.budget });
    const filled = rows.map(({ entries, limit }) => ({
      entries: entries.filter(([, one]) => one !== 0),
      limit,
    }));
    const ends = [0];
    for (const { entries } of filled) ends.push((ends.at(-1) as number) + entries.length);
    const { continuous, integer } = highs.constants.variableType;
    return highs.withModel(
      {
        numCols: columns,
        numRows: filled.length,
        sense: highs.constants.objectiveSense.maximize,
        colCost: objective,
        colLower: least,
        colUpper: most,
        rowLower: filled.map(() => -highs.infinity),
        rowUpper: filled.map(({ limit }) => limit),
        matrix: {
          format: 'csr',
          numRows: filled.length,
          numCols: columns,
          starts: ends,
          indices: filled.flatMap(({ entries }) => entries.map(([column]) => column)),
          values: filled.flatMap(({ entries }) => entries.map(([, one]) => one)),
        },
        integrality: Array.from(objective, (_, column) => (column < count ? integer : continuous)),
      },
      (model) => {
        model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 1e-9 });
        model.run();
        const { colValue } = model.getSolution();
        const better = colValue && model.getObjectiveValue() > value;
        return {
          open: better ? Array.from(capacities.keys()).filter((j) => (colValue[j] ?? 0) > 0.5) : null,
          atMost: Number(model.info.get('mip_dual_bound')),
        };
      },
    );
  };
